/**
 * The training settings: one row each, with everything a control, a link and a check need.
 * A setting without a row does not compile.
 */
import { BASELINES, type BaselineName } from '../learning/baseline.ts'

export interface TrainingSettings {
  /** Adam's step size at the start; falls to zero along half a cosine. */
  learningRate: number
  /** Rounds per update. */
  batchSize: number
  /** Updates in all. */
  steps: number
  /** Entropy weight beta at the start, nats; falls with the learning rate. */
  entropyWeight: number
  /** Largest Euclidean norm of a gradient. */
  gradientClip: number
  baseline: BaselineName
  /** Standard deviation of the noise added to every coordinate of a training embedding. */
  embeddingNoise: number
  /** Share of the averaged policy that one update leaves in place. */
  averaging: number
}

interface NumberRow {
  readonly kind: 'number'
  readonly default: number
  readonly min: number
  readonly max: number
  readonly unit: string
  readonly help: string
}

interface ChoiceRow<T> {
  readonly kind: 'choice'
  readonly default: T
  readonly options: readonly T[]
  readonly help: string
}

type Row<T> = [T] extends [number] ? NumberRow : ChoiceRow<T>

export const TRAINING_TABLE: { readonly [Key in keyof TrainingSettings]: Row<TrainingSettings[Key]> } = {
  learningRate: {
    kind: 'number',
    default: 1e-3,
    min: 1e-6,
    max: 1e-1,
    unit: '',
    help: 'How far one update moves the parameters.',
  },
  batchSize: {
    kind: 'number',
    default: 32,
    min: 1,
    max: 1024,
    unit: 'rounds',
    help: 'Rounds of prompt, preference, pull and reward behind one update.',
  },
  steps: {
    kind: 'number',
    default: 20_000,
    min: 1,
    max: 1_000_000,
    unit: 'updates',
    help: 'Updates before training stops by itself.',
  },
  entropyWeight: {
    kind: 'number',
    default: 0.05,
    min: 0,
    max: 1,
    unit: 'nats',
    help: 'Reward for keeping options open; too little, and the policy settles before it has tried every LLM.',
  },
  gradientClip: {
    kind: 'number',
    default: 5,
    min: 1e-3,
    max: 1e3,
    unit: '',
    help: 'Longest gradient an update may follow.',
  },
  baseline: {
    kind: 'choice',
    default: 'regression',
    options: BASELINES,
    help: 'What a reward is compared with: the mean of its batch, or a curve in w fitted to past rewards.',
  },
  embeddingNoise: {
    kind: 'number',
    default: 0.06,
    min: 0,
    max: 1,
    unit: '',
    help: 'Blurs the prompts it trains on, so that a small log is not learnt by heart. Ours, not the paper’s.',
  },
  averaging: {
    kind: 'number',
    default: 0.998,
    min: 0,
    max: 0.9999,
    unit: '',
    help: 'How long the routed policy’s running average of the parameters remembers. Ours, not the paper’s.',
  },
}

export const DEFAULT_TRAINING: TrainingSettings = {
  learningRate: TRAINING_TABLE.learningRate.default,
  batchSize: TRAINING_TABLE.batchSize.default,
  steps: TRAINING_TABLE.steps.default,
  entropyWeight: TRAINING_TABLE.entropyWeight.default,
  gradientClip: TRAINING_TABLE.gradientClip.default,
  baseline: TRAINING_TABLE.baseline.default,
  embeddingNoise: TRAINING_TABLE.embeddingNoise.default,
  averaging: TRAINING_TABLE.averaging.default,
}
