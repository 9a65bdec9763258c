/** Several seeds of one study as means with their spread. */
import { mean, sampleDeviation } from '../math/statistics.ts'
import type { StudyAiq, StudyResult, StudyRow } from './study.ts'
import { type AiqRow, type Evaluation, type EvaluationRow, meanRewardOverDial } from './sweep.ts'

/**
 * Means over seeds, in the order of the first seed's rows.
 * @param seeds one evaluation a seed, all of the same routers and splits
 */
export function bandsOf(seeds: readonly Evaluation[]): Pick<StudyResult, 'rows' | 'aiq'> {
  const rows = grouped(
    seeds.flatMap(seed => seed.rows),
    row => `${row.split} ${row.wc} ${row.router}`,
  )
  // Each AIQ goes with the reward over the dial of the same router, split and seed.
  const scored = seeds.flatMap(seed =>
    seed.aiq.map(row => ({ ...row, reward: meanRewardOverDial(seed, row.router, row.split) })),
  )
  const aiq = grouped(scored, row => `${row.split} ${row.router}`)
  return { rows: rows.map(rowBand), aiq: aiq.map(aiqBand) }
}

function rowBand(same: readonly EvaluationRow[]): StudyRow {
  const rewards = same.map(row => row.reward)
  return {
    ...same[0],
    quality: mean(same.map(row => row.quality)),
    costUsd: mean(same.map(row => row.costUsd)),
    reward: mean(rewards),
    regret: mean(same.map(row => row.regret)),
    sd: sampleDeviation(rewards),
    qualitySd: sampleDeviation(same.map(row => row.quality)),
    seeds: same.length,
  }
}

function aiqBand(same: readonly (AiqRow & { readonly reward: number })[]): StudyAiq {
  const values = same.map(row => row.aiq)
  const rewards = same.map(row => row.reward)
  return {
    ...same[0],
    aiq: mean(values),
    sd: sampleDeviation(values),
    seeds: same.length,
    reward: mean(rewards),
    rewardSd: sampleDeviation(rewards),
  }
}

/** Items with the same key together, groups in the order of their first item. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return [...groups.values()]
}
