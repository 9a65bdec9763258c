/** The names of what a training setting may choose between; what each of them does is in its own folder. */

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

/** What a reward may be compared with before it moves the policy; `core/learning/baseline.ts` has the arithmetic. */
export const BASELINES = ['batch-mean', 'none', 'moving-average', 'regression'] as const
export type BaselineName = (typeof BASELINES)[number]

/** Where a run begins: at fresh parameters, or at those that ship with the world. */
export const STARTS = ['scratch', 'shipped'] as const
export type Start = (typeof STARTS)[number]

/** Where the encoder runs: chosen by a benchmark on this device, or as told. */
export const ENCODER_PREFERENCES = ['auto', 'wasm', 'webgpu'] as const
export type EncoderPreference = (typeof ENCODER_PREFERENCES)[number]
