import type { TrainingPoint } from '../../../core/evaluation/curve.ts'

/** The curve of a run that has not begun; one list, so that nothing is drawn anew for it. */
export const NO_POINTS: readonly TrainingPoint[] = []
