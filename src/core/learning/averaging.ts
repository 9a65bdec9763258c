import { moveTowards } from '../math/vectors.ts'

/**
 * Takes the parameters after one more update into their exponential moving average, in place (Polyak averaging). Early
 * on the average remembers less than it is set to, so that the initialisation is soon forgotten.
 * @param step updates made, this one among them, >= 1
 * @param kept share of the average that an update leaves in place, in [0, 1)
 */
export function averageParameters(
  average: Float32Array,
  parameters: Float32Array,
  step: number,
  kept: number,
): void {
  moveTowards(average, parameters, 1 - Math.min(kept, step / (step + 10)))
}
