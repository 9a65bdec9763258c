import type { TrainingSettings } from '../experiment/training.ts'

/**
 * What the schedule leaves of the learning rate and of the entropy weight, in [0, 1]. The cosine falls from 1 to 0 over
 * the run and stays there (Loshchilov and Hutter, arXiv 1608.03983, eq. 5, without restarts).
 * @param step updates made so far, >= 0
 */
export function scheduleFactor(
  { schedule, steps }: Pick<TrainingSettings, 'schedule' | 'steps'>,
  step: number,
): number {
  switch (schedule) {
    case 'constant':
      return 1
    case 'cosine':
      return (1 + Math.cos(Math.PI * Math.min(1, step / steps))) / 2
  }
}
