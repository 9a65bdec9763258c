/** One line a family: the policy beside the best single LLM and the oracle. */
import type { FamilyRow } from '../../core/evaluation/families.ts'
import type { Split, World } from '../../core/world/world.ts'
import { formatFine } from './words.ts'

/** Gains in mean reward that are not worth learning. */
const NEAR_TIE = 0.02

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
  /** Name of the one LLM that the policy picks all over the dial, where its pick never changes. */
  readonly only: string | null
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
      return row ? [{ name: llm.name, row, reward: row.reward }] : []
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
        only: singles.find(({ row }) => isSame(row, policy))?.name ?? null,
      },
    ]
  })
}

/** Families whose pick never changes over the dial, in words: which LLM it is, and by how much another would be better. */
export function constantPicks(figures: readonly FamilyFigures[]): string[] {
  return figures.flatMap(({ name, only, policy, best, bestName }) => {
    if (only === null) return []
    const gap = best - policy.reward
    const why =
      only === bestName
        ? 'which is the best single LLM there'
        : gap <= NEAR_TIE
          ? `a near tie: ${bestName} would earn ${formatFine(gap)} more reward`
          : `though ${bestName} would earn ${formatFine(gap)} more reward, which it has not learnt`
    return [`On ${name} the pick never changes over the dial: it is always ${only}, ${why}.`]
  })
}

/** A router that always picks one LLM has its very means; sums in another order differ in the last digits. */
function isSame(one: FamilyRow, other: FamilyRow): boolean {
  return (['quality', 'costUsd', 'reward'] as const).every(
    figure => Math.abs(one[figure] - other[figure]) <= 1e-9 * Math.abs(one[figure]),
  )
}
