/** An evaluation as a table for the terminal. */
import { type Evaluation, meanRewardOverDial } from '../../core/evaluation/sweep.ts'

/** Spreads over seeds, where there are seeds: by router. */
export type Spreads = ReadonlyMap<string, { readonly reward: number; readonly aiq: number }>

/** Reward over the dial and AIQ of each router, then the policy's own sweep; '' for an evaluation without rows. */
export function tableOf(evaluation: Evaluation, spreads: Spreads = new Map()): string {
  if (evaluation.rows.length === 0) return ''
  const [{ world, split, n }] = evaluation.rows
  const width = Math.max(44, ...evaluation.aiq.map(({ router }) => router.length + 1))
  const summary = evaluation.aiq.map(({ router, aiq }) => {
    const spread = spreads.get(router)
    const reward = meanRewardOverDial(evaluation, router)
    return `  ${router.padEnd(width)} ${figure(reward, spread?.reward)} ${figure(aiq, spread?.aiq)}`
  })
  const sweep = evaluation.rows
    .filter(row => row.router === 'policy')
    .map(row => {
      const cells = [
        row.quality.toFixed(4),
        row.costUsd.toFixed(6),
        row.reward.toFixed(4),
        row.regret.toFixed(4),
      ]
      return `  ${row.wc.toFixed(1)} ${cells.map(cell => cell.padStart(10)).join('')}`
    })
  return [
    `${world}, ${split}: ${n} prompts`,
    `  ${'router'.padEnd(width)} ${'reward'.padStart(9)} ${'AIQ'.padStart(9)}   (reward: mean over w_c = 0, 0.1 ... 1)`,
    ...summary,
    ...(sweep.length > 0 ? [`  w_c    quality  $ a query    reward    regret   (policy)`, ...sweep] : []),
  ].join('\n')
}

function figure(value: number, spread: number | undefined): string {
  const text = value.toFixed(4).padStart(9)
  return spread === undefined ? text : `${text} ± ${spread.toFixed(4)}`
}
