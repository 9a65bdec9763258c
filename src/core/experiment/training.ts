/**
 * The training settings: one row each. A control, a link, a file, a check and the type itself derive from it, so that one
 * more setting is one more row.
 */
import {
  BASELINES,
  HEADS,
  OPTIMISERS,
  PREFERENCE_ENCODERS,
  PREFERENCE_SAMPLINGS,
  SCHEDULES,
} from './options.ts'
import { collect, type ValuesOf } from './row.ts'
import { choiceRow, familiesRow, numberRow, type TrainingRow } from './trainingRows.ts'

export const TRAINING_TABLE = {
  learningRate: numberRow({
    label: 'Learning rate',
    symbol: 'η',
    unit: '',
    whole: false,
    default: 1e-3,
    min: 1e-6,
    max: 1e-1,
    help: 'How far one update moves the parameters.',
    formula: 'θ ← θ − η · step(∇loss)',
  }),
  batchSize: numberRow({
    label: 'Batch',
    symbol: 'B',
    unit: 'rounds',
    whole: true,
    default: 32,
    min: 1,
    max: 1024,
    help: 'Rounds of prompt, preference, pull and reward behind one update.',
    formula: 'loss = mean over B rounds',
  }),
  steps: numberRow({
    label: 'Stop after',
    symbol: 'N',
    unit: 'updates',
    whole: true,
    default: 6_000,
    min: 1,
    max: 1_000_000,
    help: 'Training stops by itself after so many updates; the schedule ends there.',
    formula: '',
  }),
  entropyWeight: numberRow({
    label: 'Entropy weight',
    symbol: 'β',
    unit: 'nats',
    whole: false,
    default: 0.05,
    min: 0,
    max: 1,
    help: 'Reward for keeping options open; too little, and the policy settles before it has tried every LLM.',
    formula: 'loss = mean[ −(r − b) log π(a|x,w) − β H(π) ]',
  }),
  /** The reward's tau as a multiple of the world's (the 95th percentile of its training costs). */
  tauScale: numberRow({
    label: 'Cost scale',
    symbol: 'τ',
    unit: '× 95th percentile',
    whole: false,
    default: 1,
    min: 0.01,
    max: 100,
    help: 'The cost that counts as much as a whole point of quality; dearer calls count no more.',
    formula: 'r = w_q q − w_c min(c/τ, 1)',
  }),
  gradientClip: numberRow({
    label: 'Gradient clip',
    symbol: '',
    unit: '',
    whole: false,
    default: 5,
    min: 1e-3,
    max: 1e3,
    help: 'Longest gradient an update may follow.',
    formula: '‖g‖ ≤ clip',
  }),
  schedule: choiceRow({
    label: 'Schedule',
    symbol: '',
    options: SCHEDULES,
    default: 'cosine',
    names: { cosine: 'falls to 0 along a cosine', constant: 'constant' },
    help: 'What the learning rate and the entropy weight do until the last update.',
    formula: 'η_t = η (1 + cos(π t/N)) / 2',
  }),
  preferences: choiceRow({
    label: 'Preferences',
    symbol: 'w',
    options: PREFERENCE_SAMPLINGS,
    default: 'uniform',
    names: { uniform: 'uniform on the simplex', fixed: 'one fixed w', corners: 'the two corners' },
    help: 'How each round’s preference is drawn. A fixed w trains a router for one trade-off only.',
    formula: 'w ~ U{w_q + w_c = 1}',
  }),
  /** w_c of every round when `preferences` is `fixed`. */
  fixedCost: numberRow({
    label: 'Fixed w',
    symbol: 'w_c',
    unit: 'saving',
    whole: false,
    default: 0.3,
    min: 0,
    max: 1,
    help: 'The one preference trained on when preferences are fixed.',
    formula: 'w = (1 − w_c, w_c)',
  }),
  preferenceEncoder: choiceRow({
    label: 'Preference encoder',
    symbol: 'φ',
    default: '64-32',
    options: PREFERENCE_ENCODERS,
    names: { '64-32': 'MLP 2 → 64 → 32', '256-768': 'MLP 2 → 256 → 768', none: 'none: u = w' },
    help: 'The network that turns w into features; without it the two numbers go in as they are.',
    formula: 'u = φ(w)',
  }),
  head: choiceRow({
    label: 'Decision head',
    symbol: '',
    options: HEADS,
    default: 'mlp',
    names: { mlp: 'MLP, one hidden layer of 256', linear: 'linear', bilinear: 'bilinear in h and u' },
    help: 'What turns prompt and preference into logits.',
    formula: 'o = head([h ; u]), π = softmax(o)',
  }),
  baseline: choiceRow({
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
  }),
  optimiser: choiceRow({
    label: 'Optimiser',
    symbol: '',
    options: OPTIMISERS,
    default: 'adam',
    names: { adam: 'Adam', sgd: 'SGD' },
    help: 'How a gradient becomes an update.',
    formula: '',
  }),
  /** Standard deviation of the uniform noise added to every coordinate of a training embedding. */
  embeddingNoise: numberRow({
    label: 'Embedding noise',
    symbol: '',
    unit: 'sd',
    whole: false,
    default: 0.06,
    min: 0,
    max: 1,
    help: 'Uniform noise on the prompts it trains on, so that a small log is not learnt by heart. Ours, not the paper’s.',
    formula: 'h + ε, ε ~ U(−√3 sd, √3 sd)',
  }),
  /** Share of the averaged policy that one update leaves in place. */
  averaging: numberRow({
    label: 'Averaging',
    symbol: '',
    unit: 'kept',
    whole: false,
    default: 0.999,
    min: 0,
    max: 0.9999,
    help: 'How long the routed policy’s running average of the parameters remembers. Ours, not the paper’s.',
    formula: 'θ̄ ← a θ̄ + (1 − a) θ',
  }),
  /** Ids of in-distribution families left out of training: for this run they are out of distribution too. */
  skippedFamilies: familiesRow({
    label: 'Families left out',
    symbol: '',
    default: [],
    help: 'Families not trained on: the policy then meets them out of distribution.',
    formula: '',
  }),
}

export type TrainingSettings = ValuesOf<typeof TRAINING_TABLE>
export type TrainingName = keyof TrainingSettings

/** The same rows by what they share: for code that goes through all of them. */
export const TRAINING_ROWS: { readonly [Name in TrainingName]: TrainingRow<TrainingSettings[Name]> } =
  TRAINING_TABLE

export const DEFAULT_TRAINING: TrainingSettings = collect<TrainingSettings>(
  TRAINING_ROWS,
  name => TRAINING_ROWS[name].default,
)
