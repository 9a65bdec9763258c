/**
 * The training settings: one row each, with everything a control, a link, a file and a check need.
 * A setting without a row does not compile.
 */
import { BASELINES, type BaselineName } from './baselines.ts'

/** How training draws w: anywhere on the simplex (paper, Sec. 2.4), always at one place, or only at its two ends. */
export const PREFERENCE_SAMPLINGS = ['uniform', 'fixed', 'corners'] as const
export type PreferenceSampling = (typeof PREFERENCE_SAMPLINGS)[number]

/** phi(w): two published sizes of MLP, or none (w itself is u), which is an ablation. */
export const PREFERENCE_ENCODERS = ['64-32', '256-768', 'none'] as const
export type PreferenceEncoder = (typeof PREFERENCE_ENCODERS)[number]

/** The decision head; linear and bilinear are the paper's ablation (Sec. 4.5). */
export const HEADS = ['mlp', 'linear', 'bilinear'] as const
export type Head = (typeof HEADS)[number]

export const OPTIMISERS = ['adam', 'sgd'] as const
export type OptimiserName = (typeof OPTIMISERS)[number]

export const SCHEDULES = ['cosine', 'constant'] as const
/** What the learning rate and the entropy weight do on the way to the last update. */
export type Schedule = (typeof SCHEDULES)[number]

export interface TrainingSettings {
  learningRate: number
  batchSize: number
  steps: number
  entropyWeight: number
  /** The reward's tau as a multiple of the world's (the 95th percentile of its training costs). */
  tauScale: number
  gradientClip: number
  schedule: Schedule
  preferences: PreferenceSampling
  /** w_c of every round when `preferences` is `fixed`. */
  fixedCost: number
  preferenceEncoder: PreferenceEncoder
  head: Head
  baseline: BaselineName
  optimiser: OptimiserName
  /** Standard deviation of the uniform noise added to every coordinate of a training embedding. */
  embeddingNoise: number
  /** Share of the averaged policy that one update leaves in place. */
  averaging: number
  /** Ids of in-distribution families left out of training: for this run they are out of distribution too. */
  skippedFamilies: readonly string[]
}

interface RowText {
  /** Name beside the control. */
  readonly label: string
  /** Symbol in the equations, or ''. */
  readonly symbol: string
  /** What it does, in one line. */
  readonly help: string
  /** Where it enters, as a formula in plain text, or ''. */
  readonly formula: string
}

export interface NumberRow extends RowText {
  readonly kind: 'number'
  readonly default: number
  readonly min: number
  readonly max: number
  readonly whole: boolean
  readonly unit: string
}

export interface ChoiceRow<T extends string = string> extends RowText {
  readonly kind: 'choice'
  readonly default: T
  readonly options: readonly T[]
  /** Words for each option. */
  readonly names: Readonly<Record<T, string>>
}

/** A list of family ids, checked against the world's. */
export interface FamiliesRow extends RowText {
  readonly kind: 'families'
  readonly default: readonly string[]
}

type Row<T> = [T] extends [number] ? NumberRow : [T] extends [string] ? ChoiceRow<T> : FamiliesRow

export const TRAINING_TABLE: { readonly [Key in keyof TrainingSettings]: Row<TrainingSettings[Key]> } = {
  learningRate: {
    kind: 'number',
    label: 'Learning rate',
    symbol: 'η',
    unit: '',
    whole: false,
    default: 1e-3,
    min: 1e-6,
    max: 1e-1,
    help: 'How far one update moves the parameters.',
    formula: 'θ ← θ − η · step(∇loss)',
  },
  batchSize: {
    kind: 'number',
    label: 'Batch',
    symbol: 'B',
    unit: 'rounds',
    whole: true,
    default: 32,
    min: 1,
    max: 1024,
    help: 'Rounds of prompt, preference, pull and reward behind one update.',
    formula: 'loss = mean over B rounds',
  },
  steps: {
    kind: 'number',
    label: 'Stop after',
    symbol: 'N',
    unit: 'updates',
    whole: true,
    default: 6_000,
    min: 1,
    max: 1_000_000,
    help: 'Training stops by itself after so many updates; the schedule ends there.',
    formula: '',
  },
  entropyWeight: {
    kind: 'number',
    label: 'Entropy weight',
    symbol: 'β',
    unit: 'nats',
    whole: false,
    default: 0.05,
    min: 0,
    max: 1,
    help: 'Reward for keeping options open; too little, and the policy settles before it has tried every LLM.',
    formula: 'loss = mean[ −(r − b) log π(a|x,w) − β H(π) ]',
  },
  tauScale: {
    kind: 'number',
    label: 'Cost scale',
    symbol: 'τ',
    unit: '× 95th percentile',
    whole: false,
    default: 1,
    min: 0.01,
    max: 100,
    help: 'The cost that counts as much as a whole point of quality; dearer calls count no more.',
    formula: 'r = w_q q − w_c min(c/τ, 1)',
  },
  gradientClip: {
    kind: 'number',
    label: 'Gradient clip',
    symbol: '',
    unit: '',
    whole: false,
    default: 5,
    min: 1e-3,
    max: 1e3,
    help: 'Longest gradient an update may follow.',
    formula: '‖g‖ ≤ clip',
  },
  schedule: {
    kind: 'choice',
    label: 'Schedule',
    symbol: '',
    options: SCHEDULES,
    default: 'cosine',
    names: { cosine: 'falls to 0 along a cosine', constant: 'constant' },
    help: 'What the learning rate and the entropy weight do until the last update.',
    formula: 'η_t = η (1 + cos(π t/N)) / 2',
  },
  preferences: {
    kind: 'choice',
    label: 'Preferences',
    symbol: 'w',
    options: PREFERENCE_SAMPLINGS,
    default: 'uniform',
    names: { uniform: 'uniform on the simplex', fixed: 'one fixed w', corners: 'the two corners' },
    help: 'How each round’s preference is drawn. A fixed w trains a router for one trade-off only.',
    formula: 'w ~ U{w_q + w_c = 1}',
  },
  fixedCost: {
    kind: 'number',
    label: 'Fixed w',
    symbol: 'w_c',
    unit: 'saving',
    whole: false,
    default: 0.3,
    min: 0,
    max: 1,
    help: 'The one preference trained on when preferences are fixed.',
    formula: 'w = (1 − w_c, w_c)',
  },
  preferenceEncoder: {
    kind: 'choice',
    label: 'Preference encoder',
    symbol: 'φ',
    default: '64-32',
    options: PREFERENCE_ENCODERS,
    names: { '64-32': 'MLP 2 → 64 → 32', '256-768': 'MLP 2 → 256 → 768', none: 'none: u = w' },
    help: 'The network that turns w into features; without it the two numbers go in as they are.',
    formula: 'u = φ(w)',
  },
  head: {
    kind: 'choice',
    label: 'Decision head',
    symbol: '',
    options: HEADS,
    default: 'mlp',
    names: { mlp: 'MLP, one hidden layer of 256', linear: 'linear', bilinear: 'bilinear in h and u' },
    help: 'What turns prompt and preference into logits.',
    formula: 'o = head([h ; u]), π = softmax(o)',
  },
  baseline: {
    kind: 'choice',
    label: 'Baseline',
    symbol: 'b',
    options: BASELINES,
    default: 'regression',
    names: {
      'batch-mean': 'batch mean (the paper’s)',
      none: 'none',
      'moving-average': 'moving average',
      regression: 'regression on w',
    },
    help: 'What a reward is compared with before it moves the policy.',
    formula: 'advantage = r − b',
  },
  optimiser: {
    kind: 'choice',
    label: 'Optimiser',
    symbol: '',
    options: OPTIMISERS,
    default: 'adam',
    names: { adam: 'Adam', sgd: 'SGD' },
    help: 'How a gradient becomes an update.',
    formula: '',
  },
  embeddingNoise: {
    kind: 'number',
    label: 'Embedding noise',
    symbol: '',
    unit: 'sd',
    whole: false,
    default: 0.06,
    min: 0,
    max: 1,
    help: 'Uniform noise on the prompts it trains on, so that a small log is not learnt by heart. Ours, not the paper’s.',
    formula: 'h + ε, ε ~ U(−√3 sd, √3 sd)',
  },
  averaging: {
    kind: 'number',
    label: 'Averaging',
    symbol: '',
    unit: 'kept',
    whole: false,
    default: 0.999,
    min: 0,
    max: 0.9999,
    help: 'How long the routed policy’s running average of the parameters remembers. Ours, not the paper’s.',
    formula: 'θ̄ ← a θ̄ + (1 − a) θ',
  },
  skippedFamilies: {
    kind: 'families',
    label: 'Families left out',
    symbol: '',
    default: [],
    help: 'Families not trained on: the policy then meets them out of distribution.',
    formula: '',
  },
}

const { learningRate, batchSize, steps, entropyWeight, tauScale, gradientClip } = TRAINING_TABLE
const { schedule, preferences, fixedCost, preferenceEncoder, head, baseline } = TRAINING_TABLE
const { optimiser, embeddingNoise, averaging, skippedFamilies } = TRAINING_TABLE

export const DEFAULT_TRAINING: TrainingSettings = {
  learningRate: learningRate.default,
  batchSize: batchSize.default,
  steps: steps.default,
  entropyWeight: entropyWeight.default,
  tauScale: tauScale.default,
  gradientClip: gradientClip.default,
  schedule: schedule.default,
  preferences: preferences.default,
  fixedCost: fixedCost.default,
  preferenceEncoder: preferenceEncoder.default,
  head: head.default,
  baseline: baseline.default,
  optimiser: optimiser.default,
  embeddingNoise: embeddingNoise.default,
  averaging: averaging.default,
  skippedFamilies: skippedFamilies.default,
}
