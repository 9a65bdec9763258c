/** What keeps the policy from doing better on this world, in sentences with numbers. */
import type { TrainingPoint } from '../../core/evaluation/curve.ts'
import type { StudyEntry, StudyFit } from '../../core/evaluation/study.ts'
import { mean } from '../../core/math/statistics.ts'
import { formatCount } from '../format.ts'
import { type Contender, find } from './contenders.ts'
import { formatFine } from './words.ts'

/** A gain in mean reward that is not worth a word. */
const SMALL = 0.005
/** Validation reward lost since its best that counts as learning by heart. */
const OVERFIT = 0.003
/** Lead on training prompts that is worth saying. */
const BY_HEART = 0.02
/** Entries that a sentence can hold; of more, the first and the one furthest apart are named. */
const MOST_FITS = 3

/**
 * @param list evaluated on test prompts
 * @param trainRows training prompts, or null where not all of the world is loaded
 */
export function limits(list: readonly Contender[], trainRows: number | null): string[] {
  const policy = list.find(({ kind }) => kind === 'policy') ?? list.find(({ kind }) => kind === 'bandit')
  const oracle = find(list, 'oracle')
  const fixed = find(list, 'fixed-per-w')
  const told = list.filter(({ kind }) => kind === 'full-information')
  if (!policy || !oracle || !fixed) return []
  const ahead = told.toSorted((a, b) => b.reward - a.reward)
  const [first] = ahead
  const rows = trainRows === null ? '' : ` on ${formatCount(trainRows)} training prompts`
  const way = ({ reward }: Contender) => percent((reward - fixed.reward) / (oracle.reward - fixed.reward))
  return [
    first
      ? `Told every LLM’s outcome${rows}, ${inWords(ahead.map(one => `${nameOf(one)} has ${formatFine(one.reward)}`))}: about what can be foretold from so many prompts. The policy, which saw one outcome a round, has ${formatFine(policy.reward)}, ${percent(policy.reward / first.reward)} of ${ahead.length > 1 ? 'the better' : 'that'}.`
      : `The policy sees one LLM’s outcome a round${rows}.`,
    `Of the way from the best LLM at each w, blind to the prompt (${formatFine(fixed.reward)}), to the oracle, which knows each outcome beforehand (${formatFine(oracle.reward)}), ${inWords([`the policy covers ${way(policy)}`, ...ahead.map(one => `${nameOf(one)} ${way(one)}`)])}; nothing here reads the rest from the prompts.`,
    ...verdict(policy, fixed, first),
  ]
}

/** What follows from the figures, where something does. */
function verdict(policy: Contender, fixed: Contender, told: Contender | undefined): string[] {
  const best = Math.max(policy.reward, told?.reward ?? policy.reward)
  if (best - fixed.reward < SMALL) {
    return ['So reading the prompt can add little here: one LLM at each w is nearly as good as it gets.']
  }
  if (policy.reward <= fixed.reward) {
    return ['So far the policy has not learned to use the prompt: the best LLM at each w earns as much.']
  }
  return []
}

const nameOf = ({ label }: Contender): string => label.split(',')[0]

function inWords(parts: readonly string[]): string {
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? '')
}

function percent(share: number): string {
  return share >= 0.005 && Number.isFinite(share) ? `${Math.round(100 * share)} %` : 'none of it'
}

/** Mean rewards on prompts that were trained on, and on others, over the seeds of one entry of a study. */
export interface Fit {
  readonly label: string
  readonly training: number
  readonly validation: number
}

/** Training and validation side by side, an entry of a study a line; references that train nothing are left out. */
export function fitsOf(entries: readonly StudyEntry[], fits: readonly StudyFit[]): Fit[] {
  return entries.flatMap(({ id, label }) => {
    const own = fits.filter(({ entry, steps }) => entry === id && steps > 0)
    if (own.length === 0) return []
    return [
      {
        label,
        training: mean(own.map(({ training }) => training)),
        validation: mean(own.map(({ validation }) => validation)),
      },
    ]
  })
}

/** In a sentence; '' when there is nothing to tell. */
export function fitSentence(fits: readonly Fit[]): string {
  if (fits.length === 0) return ''
  const widest = fits.reduce((a, b) => (b.training - b.validation > a.training - a.validation ? b : a))
  const shown = fits.length > MOST_FITS ? [...new Set([fits[0], widest])] : fits
  const pairs = shown.map(
    ({ label, training, validation }) =>
      `${label.split(',')[0]} ${formatFine(training)} and ${formatFine(validation)}`,
  )
  const gap = widest.training - widest.validation
  return `On the prompts trained on and on validation prompts, over the dial, each by the τ it was trained with: ${pairs.join('; ')}. ${
    gap > BY_HEART
      ? `${widest.label.split(',')[0]} is ${formatFine(gap)} better on what it has seen: partly learnt by heart.`
      : 'None is much better on what it has seen.'
  }`
}

export interface TrainingGap {
  /** Mean reward of the pulled arms over the last tenth of the curve. */
  readonly train: number
  /** Mean reward of its own choices on validation prompts, at the last look. */
  readonly validation: number
  readonly bestValidation: number
  readonly bestStep: number
  readonly overfits: boolean
}

/** Train and validation side by side; null before the first look at validation prompts. */
export function trainingGap(points: readonly TrainingPoint[]): TrainingGap | null {
  const looks = points.flatMap(({ step, validation }) => (validation === null ? [] : [{ step, validation }]))
  const last = looks.at(-1)
  if (!last) return null
  const best = looks.reduce((a, b) => (b.validation > a.validation ? b : a))
  return {
    train: mean(points.slice(-Math.max(1, Math.round(points.length / 10))).map(({ reward }) => reward)),
    validation: last.validation,
    bestValidation: best.validation,
    bestStep: best.step,
    overfits: best.validation - last.validation > OVERFIT,
  }
}
