/** One line a family: the policy beside the best single LLM and the oracle. */
import type { FamilyRow } from '../../core/evaluation/families.ts'
import type { Split, World } from '../../core/world/world.ts'

export interface FamilyFigures {
  readonly family: string
  readonly name: string
  /** Prompts. */
  readonly n: number
  readonly policy: Pick<FamilyRow, 'quality' | 'costUsd' | 'reward'>
  /** Mean reward over the dial of the single LLM that is best on the family, and its name. */
  readonly best: number
  readonly bestName: string
  readonly oracle: number
}

/**
 * In the world's order; families on which policy, oracle or LLMs have not been evaluated are left out.
 * @param rows of oracle and LLMs
 * @param ofPolicy rows of the policy, as router `policy`
 */
export function familyFigures(
  rows: readonly FamilyRow[],
  ofPolicy: readonly FamilyRow[],
  split: Split,
  { families, llms }: Pick<World, 'families' | 'llms'>,
): FamilyFigures[] {
  return families.flatMap(({ id, name }) => {
    const own = rows.filter(row => row.family === id && row.split === split)
    const policy = ofPolicy.find(row => row.router === 'policy' && row.family === id && row.split === split)
    const oracle = own.find(row => row.router === 'oracle')
    const singles = llms.flatMap(llm => {
      const row = own.find(({ router }) => router === `llm:${llm.id}`)
      return row ? [{ name: llm.name, reward: row.reward }] : []
    })
    if (!policy || !oracle || singles.length === 0) return []
    const best = singles.reduce((a, b) => (b.reward > a.reward ? b : a))
    return [
      {
        family: id,
        name,
        n: policy.n,
        policy,
        best: best.reward,
        bestName: best.name,
        oracle: oracle.reward,
      },
    ]
  })
}
