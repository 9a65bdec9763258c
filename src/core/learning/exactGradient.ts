/**
 * The policy gradient where the value of every arm is given, by a model of the outcomes for instance: no arm is drawn, so it
 * has no variance but that of the batch. With entropy weight beta the objective
 *
 *     sum_a pi_a v_a + beta H(pi)        is largest at        pi*_a = exp(v_a / beta) / sum_b exp(v_b / beta)
 *
 * (Haarnoja et al. 2017, arXiv 1702.08165, eq. 4 and 5). The gradient of that objective itself vanishes with pi_a, and values
 * that differ by a hundredth hardly move it; so the cross-entropy to pi* is followed, whose minimum is the same:
 *
 *     d/do_j ( -sum_a pi*_a log pi_a ) = pi_j - pi*_j
 */

/**
 * Gradient of the mean cross-entropy to pi* with respect to the logits.
 * @param probabilities pi(. | x_i, w_i), batch x K, row-major
 * @param values of every arm at w_i, batch x K
 * @param beta entropy weight, > 0, in units of the reward a nat
 * @returns batch x K, row-major
 */
export function exactGradient(
  probabilities: Float32Array,
  values: ArrayLike<number>,
  arms: number,
  beta: number,
): Float32Array {
  const gradient = new Float32Array(probabilities.length)
  const batch = probabilities.length / arms
  const target = new Float64Array(arms)
  for (let row = 0; row < probabilities.length; row += arms) {
    let top = Number.NEGATIVE_INFINITY
    for (let j = 0; j < arms; j++) top = Math.max(top, values[row + j])
    let sum = 0
    for (let j = 0; j < arms; j++) {
      target[j] = Math.exp((values[row + j] - top) / beta)
      sum += target[j]
    }
    for (let j = 0; j < arms; j++) gradient[row + j] = (probabilities[row + j] - target[j] / sum) / batch
  }
  return gradient
}
