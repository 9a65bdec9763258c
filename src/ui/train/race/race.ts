/** The race of learners: who runs, what is drawn, and who won. */
import type { StudyCurve, StudyPlan, StudyResult } from '../../../core/evaluation/study.ts'
import type { TrainingSettings } from '../../../core/experiment/training.ts'
import { mean, sampleDeviation } from '../../../core/math/statistics.ts'
import { findLearner, LEARNERS, type LearnerName } from '../../../core/routers/learners.ts'
import { formatDecimals } from '../../format.ts'
import { learnerLabel } from '../../learnerLabel.ts'
import { movingAverage } from '../charts/curves.ts'

export interface Racer {
  readonly id: LearnerName
  readonly label: string
}

/** Every learner that learns update by update. */
export const RACERS: readonly Racer[] = LEARNERS.filter(({ trains }) => trains).map(entry => ({
  id: entry.id,
  label: learnerLabel(entry),
}))

/** Whether a racer is told every LLM's outcome: a reference, not a rival. */
export function isReference(id: string): boolean {
  return findLearner(id)?.information === 'full'
}

/** All chosen learners under the same settings and on the same rounds, once a seed, evaluated on test prompts. */
export function racePlan(
  chosen: readonly LearnerName[],
  settings: TrainingSettings,
  steps: number,
  firstSeed: number,
  seeds: number,
): StudyPlan {
  return {
    entries: RACERS.filter(({ id }) => chosen.includes(id)).map(({ id, label }) => ({
      id,
      label,
      learner: id,
      settings: { ...settings, steps },
    })),
    seeds: Array.from({ length: seeds }, (_, i) => firstSeed + i),
    splits: ['test'],
  }
}

export interface RaceLine {
  readonly x: readonly number[]
  readonly y: readonly number[]
  /** One standard deviation over seeds around the mean; null for one seed. */
  readonly band: { readonly low: readonly number[]; readonly high: readonly number[] } | null
}

/** An entry's reward over the updates that all its seeds have reached: mean over seeds of their moving averages. */
export function raceLine(curves: readonly StudyCurve[], entry: string): RaceLine {
  const runs = curves
    .filter(curve => curve.entry === entry && curve.points.length > 0)
    .map(({ points }) => {
      const smooth = movingAverage(points.map(point => point.reward))
      return new Map(points.map(({ step }, i) => [step, smooth[i]]))
    })
  // Seeds run one after the other: a band over those that have not begun would be no band.
  const x = [...(runs[0]?.keys() ?? [])]
  const columns = x.map(step => runs.map(run => run.get(step)).filter(value => value !== undefined))
  const y = columns.map(mean)
  if (runs.length < 2) return { x, y, band: null }
  const sds = columns.map(sampleDeviation)
  return {
    x,
    y,
    band: { low: y.map((value, i) => value - sds[i]), high: y.map((value, i) => value + sds[i]) },
  }
}

export interface Standing extends Racer {
  /** Mean reward over the dial on test prompts. */
  readonly reward: number
  /** Its standard deviation over seeds. */
  readonly sd: number
  /** Test prompts. */
  readonly n: number
  readonly seeds: number
}

/** The racers that were evaluated, best first. */
export function standings({ rows, aiq }: Pick<StudyResult, 'rows' | 'aiq'>): Standing[] {
  return RACERS.flatMap(racer => {
    const dial = aiq.find(row => row.router === racer.id && row.split === 'test')
    const point = rows.find(row => row.router === racer.id && row.split === 'test')
    if (!dial || !point) return []
    return [{ ...racer, reward: dial.reward, sd: dial.rewardSd, n: point.n, seeds: dial.seeds }]
  }).sort((a, b) => b.reward - a.reward)
}

/** Who won among the bandit learners, said plainly; a lead within the spread over seeds is no win. */
export function verdict(table: readonly Standing[]): string {
  const [first, second] = table.filter(({ id }) => !isReference(id))
  if (!first) return ''
  if (!second) return `${first.label} ran alone: ${formatPrecise(first.reward)}.`
  const lead = first.reward - second.reward
  const ahead = `${first.label} ${formatPrecise(first.reward)} against ${second.label} ${formatPrecise(second.reward)}`
  if (first.seeds < 2) return `${ahead}, on one seed: run more before believing it.`
  return lead > first.sd + second.sd
    ? `${first.label} wins: ${ahead}.`
    : `Too close to call: ${ahead}, within the spread over ${first.seeds} seeds.`
}

/** Four digits: learners may differ in the third. */
export function formatPrecise(reward: number): string {
  return formatDecimals(reward, 4)
}
