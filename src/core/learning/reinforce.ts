/** One-step REINFORCE with entropy regularisation (BaRP, Algorithm 1), as a gradient at the logits. */

/** A batch of pulled arms. Rows of `probabilities` are pi(. | x_i, w_i). */
export interface PulledBatch {
  /** Batch x K, row-major; every row sums to 1. */
  readonly probabilities: Float32Array
  /** The pulled arm of each row. */
  readonly arms: ArrayLike<number>
  /** Reward minus baseline of each row: the only trace an outcome leaves. */
  readonly advantages: ArrayLike<number>
}

/**
 * Gradient of  mean[ -(r - b) log pi(a | x, w) - beta H(pi(. | x, w)) ]  with respect to the logits:
 *
 *     d/do_j = ( (r - b)(pi_j - [j = a]) + beta pi_j (log pi_j + H) ) / batch
 *
 * @param beta entropy weight in nats, >= 0
 * @returns batch x K, row-major
 */
export function reinforceGradient(batch: PulledBatch, beta: number): Float32Array {
  const { probabilities, arms, advantages } = batch
  const size = advantages.length
  const k = probabilities.length / size
  const gradient = new Float32Array(probabilities.length)
  for (let i = 0; i < size; i++) {
    const row = i * k
    let entropy = 0
    for (let j = 0; j < k; j++) entropy -= probabilities[row + j] * logOf(probabilities[row + j])
    for (let j = 0; j < k; j++) {
      const p = probabilities[row + j]
      const pulled = j === arms[i] ? 1 : 0
      gradient[row + j] = (advantages[i] * (p - pulled) + beta * p * (logOf(p) + entropy)) / size
    }
  }
  return gradient
}

/** log p with a floor, so that 0 log 0 is 0. */
function logOf(p: number): number {
  return Math.log(Math.max(p, 1e-30))
}
