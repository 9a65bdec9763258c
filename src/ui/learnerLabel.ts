import type { LearnerEntry } from '../core/routers/learner.ts'

/** A learner's name with what it is told, where that is more than a bandit would be. */
export function learnerLabel({ label, information }: Pick<LearnerEntry, 'label' | 'information'>): string {
  return information === 'full' ? `${label}, full info` : label
}
