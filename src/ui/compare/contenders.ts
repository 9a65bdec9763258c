/** Every router that has been evaluated on a split, in one form: what the chart draws and the table lists. */
import type { Sweep, SweepPoint } from '../../core/evaluation/curve.ts'
import { aiq } from '../../core/evaluation/frontier.ts'
import type { StudyEntry, StudyResult } from '../../core/evaluation/study.ts'
import type { AiqRow, Evaluation, EvaluationRow } from '../../core/evaluation/sweep.ts'
import { mean } from '../../core/math/statistics.ts'
import { findLearner } from '../../core/routers/learners.ts'
import type { Llm, Split } from '../../core/world/world.ts'
import { learnerLabel } from '../learnerLabel.ts'

/** Means over the split's prompts at one place on the dial. */
export interface DialPoint extends SweepPoint {
  /** Null where no oracle has been evaluated to compare with. */
  readonly regret: number | null
  /** Standard deviation of the quality over seeds; null for what has no seeds. */
  readonly qualitySd: number | null
}

export type Kind =
  /** One LLM for every prompt. */
  | 'llm'
  /** The policy that routes the page. */
  | 'policy'
  /** Learned from the pulled arm's outcome alone, in a study on this page. */
  | 'bandit'
  /** Told every LLM's outcome in training. */
  | 'full-information'
  /** Blind to the prompt, or knows more than any router could. */
  | 'bound'

export interface Contender {
  /** Unique in the list. */
  readonly key: string
  /** Router's name in rows and files. */
  readonly router: string
  readonly label: string
  readonly kind: Kind
  /** The LLM of kind `llm`. */
  readonly arm: number | null
  /** By rising w_c, at least one. */
  readonly sweep: readonly DialPoint[]
  /** Mean reward over the dial. */
  readonly reward: number
  /** Standard deviation over seeds; null for what has none. */
  readonly rewardSd: number | null
  readonly aiq: number | null
  readonly aiqSd: number | null
  /** Seeds behind the means; null for what has none. */
  readonly seeds: number | null
  /** Prompts; null where that is not known. */
  readonly n: number | null
}

const NAMES: Readonly<Record<string, readonly [label: string, kind: Kind]>> = {
  zero: ['Zero router', 'bound'],
  'fixed-per-w': ['best LLM at each w', 'bound'],
  oracle: ['oracle', 'bound'],
  random: ['random', 'bound'],
}

/** The policy that routes, when it is not the shipped one. */
const OWN = { key: 'own', router: 'own', kind: 'policy' } as const

/** What has been evaluated of the shown world. */
export interface Evaluated {
  readonly llms: readonly Llm[]
  /** Reference routers; the policy that ships with the world among them as `policy`, where it has been evaluated. */
  readonly references: readonly Evaluation[]
  /** Studies under way or done, each with its plan's entries. */
  readonly studies: readonly {
    readonly name: string
    readonly entries: readonly StudyEntry[]
    readonly result: StudyResult
  }[]
  /** The policy that routes, where it is not the shipped one: evaluated in full, or while it trains on a sample of the test prompts. */
  readonly own:
    | { readonly kind: 'evaluated'; readonly label: string; readonly evaluations: readonly Evaluation[] }
    | { readonly kind: 'training'; readonly sweep: Sweep }
    | null
}

/** Everything evaluated on `split`, best reward first. */
export function contenders({ llms, references, studies, own }: Evaluated, split: Split): Contender[] {
  const named = fromEvaluations(references, llms, split, own !== null)
  const oracle = find(named, 'oracle')
  return [
    ...(own?.kind === 'evaluated' ? fromOwn(own, llms, split) : []),
    ...(own?.kind === 'training' && split === 'test' ? [fromSweep(own.sweep, oracle, costRange(named))] : []),
    ...named,
    ...studies.flatMap(({ name, entries, result }) =>
      entries.flatMap(entry => fromStudy(`${name}:${entry.id}`, entry, result, split)),
    ),
  ].sort((a, b) => b.reward - a.reward)
}

/** @param replaced whether another policy stands where the shipped one would */
function fromEvaluations(
  evaluations: readonly Evaluation[],
  llms: readonly Llm[],
  split: Split,
  replaced: boolean,
): Contender[] {
  const rows = evaluations.flatMap(evaluation => evaluation.rows).filter(row => row.split === split)
  const areas = evaluations.flatMap(evaluation => evaluation.aiq).filter(row => row.split === split)
  return [...new Set(rows.map(row => row.router))].map(router =>
    fromReference(
      rows.filter(row => row.router === router),
      areas.find(row => row.router === router),
      llms,
      replaced,
    ),
  )
}

function fromOwn(
  { label, evaluations }: Extract<Evaluated['own'], { kind: 'evaluated' }>,
  llms: readonly Llm[],
  split: Split,
): Contender[] {
  return fromEvaluations(evaluations, llms, split, false).map(policy => ({ ...policy, ...OWN, label }))
}

function fromReference(
  rows: readonly EvaluationRow[],
  area: AiqRow | undefined,
  llms: readonly Llm[],
  replaced: boolean,
): Contender {
  const [{ router, n }] = rows
  const arm = llms.findIndex(({ id }) => router === `llm:${id}`)
  const [label, kind] = arm >= 0 ? ([llms[arm].name, 'llm'] as const) : nameOf(router, replaced)
  return {
    key: router,
    router,
    label,
    kind,
    arm: arm < 0 ? null : arm,
    n,
    sweep: byDial(rows.map(row => ({ ...pointOf(row), regret: row.regret, qualitySd: null }))),
    reward: mean(rows.map(row => row.reward)),
    rewardSd: null,
    seeds: null,
    aiq: area?.aiq ?? null,
    aiqSd: null,
  }
}

function nameOf(router: string, replaced: boolean): readonly [label: string, kind: Kind] {
  if (router === 'policy') return ['shipped policy', replaced ? 'bandit' : 'policy']
  const learner = findLearner(router)
  return learner ? [learnerLabel(learner), kindOf(router)] : (NAMES[router] ?? [router, 'bound'])
}

function kindOf(learner: string): Kind {
  return findLearner(learner)?.information === 'full' ? 'full-information' : 'bandit'
}

function fromStudy(key: string, entry: StudyEntry, result: StudyResult, split: Split): Contender[] {
  const rows = result.rows.filter(row => row.router === entry.id && row.split === split)
  const area = result.aiq.find(row => row.router === entry.id && row.split === split)
  if (rows.length === 0) return []
  return [
    {
      key,
      router: entry.id,
      label: entry.label,
      arm: null,
      seeds: rows[0].seeds,
      n: rows[0].n,
      kind: kindOf(entry.learner),
      sweep: byDial(rows.map(row => ({ ...pointOf(row), regret: row.regret, qualitySd: row.qualitySd }))),
      reward: mean(rows.map(row => row.reward)),
      rewardSd: area?.rewardSd ?? null,
      aiq: area?.aiq ?? null,
      aiqSd: area?.sd ?? null,
    },
  ]
}

function fromSweep(
  { n, points }: Sweep,
  oracle: Contender | null,
  range: { readonly min: number; readonly max: number } | null,
): Contender {
  const regret = (point: SweepPoint) => {
    // Of other prompts, the difference would tell of the prompts.
    const best = oracle?.n === n ? oracle.sweep.find(({ wc }) => Math.abs(wc - point.wc) < 1e-9) : undefined
    return best ? best.reward - point.reward : null
  }
  return {
    ...OWN,
    label: 'your policy',
    arm: null,
    n,
    seeds: 1,
    sweep: byDial(points.map(point => ({ ...point, regret: regret(point), qualitySd: null }))),
    reward: mean(points.map(point => point.reward)),
    rewardSd: null,
    aiqSd: null,
    aiq: range && range.max > range.min ? aiq(points, range) : null,
  }
}

function pointOf({ wc, quality, costUsd, reward }: EvaluationRow): SweepPoint {
  return { wc, quality, costUsd, reward }
}

function byDial(points: readonly DialPoint[]): DialPoint[] {
  return [...points].sort((a, b) => a.wc - b.wc)
}

/** Mean costs of the cheapest and the dearest single LLM: what AIQ is taken over; null when none has been evaluated. */
export function costRange(list: readonly Contender[]): { min: number; max: number } | null {
  const costs = list.filter(({ kind }) => kind === 'llm').map(({ sweep }) => sweep[0].costUsd)
  return costs.length > 0 ? { min: Math.min(...costs), max: Math.max(...costs) } : null
}

/** A contender's point nearest to a place on the dial. */
export function pointAt({ sweep }: Pick<Contender, 'sweep'>, wc: number): DialPoint {
  return sweep.reduce((best, point) => (Math.abs(point.wc - wc) < Math.abs(best.wc - wc) ? point : best))
}

export function find(list: readonly Contender[], router: string): Contender | null {
  return list.find(contender => contender.router === router) ?? null
}
