/** Softmax of `logits` into `out` (same length; may be the same array). Shifted by the maximum, so it never overflows. */
export function softmax(logits: Float32Array, out: Float32Array): Float32Array {
  let top = Number.NEGATIVE_INFINITY
  for (let i = 0; i < logits.length; i++) if (logits[i] > top) top = logits[i]
  let sum = 0
  for (let i = 0; i < logits.length; i++) {
    const e = Math.exp(logits[i] - top)
    out[i] = e
    sum += e
  }
  for (let i = 0; i < logits.length; i++) out[i] /= sum
  return out
}

/** Shannon entropy in nats, in [0, ln K]; 0 log 0 is 0. */
export function entropy(probabilities: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < probabilities.length; i++) {
    const p = probabilities[i]
    if (p > 0) sum -= p * Math.log(p)
  }
  return sum
}
