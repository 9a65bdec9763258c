import type { DialRule } from '../bandit/dialRule.ts'
import type { Preference } from '../bandit/preference.ts'
import type { StepRecord } from '../learning/record.ts'

/** The learners that a study can train side by side. Those of `FULL_INFORMATION` read whole rows of the table: references, not bandits. */
export const LEARNERS = ['policy', 'linucb', 'lin-thompson', 'epsilon-greedy', 'mlp', 'knn'] as const
export type LearnerName = (typeof LEARNERS)[number]
export const FULL_INFORMATION: readonly LearnerName[] = ['mlp', 'knn']

/** Something that learns to route, one batch of rounds at a time, all learners alike. */
export interface Learner {
  /** One batch: meet prompts and preferences, choose, see what the choice revealed, learn from it. */
  step(): Promise<StepRecord>
  /** The arm for a prompt at w, without exploring. @param embedding unit vector of 384 numbers */
  route(embedding: Float32Array, w: Preference): number
}

/** A learner that a study can judge while it learns on. */
export interface StudyLearner extends Learner {
  /** How it routes now, without exploring. What it learns later changes nothing in it. */
  freeze(): DialRule
}
