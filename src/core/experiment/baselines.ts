/** What a reward may be compared with before it moves the policy; `core/learning/baseline.ts` has the arithmetic. */
export const BASELINES = ['batch-mean', 'none', 'moving-average', 'regression'] as const
export type BaselineName = (typeof BASELINES)[number]
