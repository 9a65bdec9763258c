/** Studies in one click: the settings as they stand, the same with one part taken away, and a reference told everything. */
import type { StudyEntry, StudyPlan } from '../../core/evaluation/study.ts'
import { TRAINING_TABLE, type TrainingSettings } from '../../core/experiment/training.ts'
import { LEARNERS, type LearnerName } from '../../core/routers/learners.ts'
import { learnerLabel } from '../learnerLabel.ts'

export interface Ablation {
  readonly id: string
  readonly label: string
  /** What it asks, in a line. */
  readonly question: string
  readonly learner: LearnerName
  change(settings: TrainingSettings): Partial<TrainingSettings>
}

const { min, max } = TRAINING_TABLE.tauScale
const tau = ({ tauScale }: TrainingSettings, factor: number) =>
  Math.min(max, Math.max(min, tauScale * factor))

/** A learner that is told everything, beside what the policy learns from its pulls. */
function toReference(entry: (typeof LEARNERS)[number]): Ablation {
  return {
    id: entry.id,
    label: learnerLabel(entry),
    learner: entry.id,
    question: 'Told every LLM’s outcome: an upper reference, not a rival.',
    change: () => ({}),
  }
}

export const ABLATIONS: readonly Ablation[] = [
  {
    id: 'as-set',
    label: 'policy as set',
    learner: 'policy',
    question: 'The settings as they stand above: what the others are measured by.',
    change: () => ({}),
  },
  {
    id: 'no-entropy',
    label: 'no entropy',
    learner: 'policy',
    question: 'β = 0: does it settle before it has tried every LLM?',
    change: () => ({ entropyWeight: 0 }),
  },
  {
    id: 'linear-head',
    label: 'linear head',
    learner: 'policy',
    question: 'Prompt and preference only add up: can w still change which prompts go where?',
    change: () => ({ head: 'linear' }),
  },
  {
    id: 'bilinear-head',
    label: 'bilinear head',
    learner: 'policy',
    question: 'Prompt times preference, without a hidden layer.',
    change: () => ({ head: 'bilinear' }),
  },
  {
    id: 'no-preference-encoder',
    label: 'no φ',
    learner: 'policy',
    question: 'w goes in as its two numbers, without the preference encoder.',
    change: () => ({ preferenceEncoder: 'none' }),
  },
  {
    id: 'fixed-w',
    label: 'one fixed w',
    learner: 'policy',
    question: 'Trained at one place on the dial only: what is it worth at the others?',
    change: () => ({ preferences: 'fixed' }),
  },
  {
    id: 'tau-tenth',
    label: 'τ × 0.1',
    learner: 'policy',
    question:
      'Costs count ten times as much in training, and are capped sooner; evaluated by the world’s own τ.',
    change: settings => ({ tauScale: tau(settings, 0.1) }),
  },
  {
    id: 'tau-tenfold',
    label: 'τ × 10',
    learner: 'policy',
    question: 'Costs count a tenth in training; evaluated by the world’s own τ.',
    change: settings => ({ tauScale: tau(settings, 10) }),
  },
  ...LEARNERS.filter(({ information, trains }) => information === 'full' && trains).map(toReference),
]

export const DEFAULT_STUDY = { seeds: 2, steps: 6000 } as const

/** The chosen ones with that many updates, over `seeds` seeds from `firstSeed` on, evaluated in and out of distribution. */
export function ablationPlan(
  chosen: readonly string[],
  settings: TrainingSettings,
  { seeds, steps, firstSeed }: { readonly seeds: number; readonly steps: number; readonly firstSeed: number },
): StudyPlan {
  return {
    entries: ABLATIONS.filter(({ id }) => chosen.includes(id)).map(
      ({ id, label, learner, change }): StudyEntry => ({
        id,
        label,
        learner,
        settings: { ...settings, ...change(settings), steps },
      }),
    ),
    seeds: Array.from({ length: seeds }, (_, i) => firstSeed + i),
    splits: ['test', 'ood'],
  }
}
