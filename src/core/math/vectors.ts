/** Inner product of `a` and `b` over `length` numbers from the given offsets. */
export function dot(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  length = a.length,
  offsetA = 0,
  offsetB = 0,
): number {
  let sum = 0
  for (let i = 0; i < length; i++) sum += a[offsetA + i] * b[offsetB + i]
  return sum
}

/** Euclidean norm. */
export function norm(a: ArrayLike<number>): number {
  return Math.sqrt(dot(a, a))
}

/** Cosine similarity in [-1, 1]; 0 when either vector is zero. */
export function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const lengths = norm(a) * norm(b)
  return lengths > 0 ? dot(a, b) / lengths : 0
}

/** Squared Euclidean norm of a long vector: four sums side by side, which do not wait for each other. */
export function sumOfSquares(values: Float32Array): number {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  const whole = values.length & ~3
  for (let i = 0; i < whole; i += 4) {
    const p = values[i]
    const q = values[i + 1]
    const r = values[i + 2]
    const s = values[i + 3]
    a += p * p
    b += q * q
    c += r * r
    d += s * s
  }
  for (let i = whole; i < values.length; i++) a += values[i] * values[i]
  return a + b + c + d
}

/** Moves a long vector in place by `share`, in [0, 1], of the way to `target`; four elements at a time. */
export function moveTowards(values: Float32Array, target: Float32Array, share: number): void {
  const whole = values.length & ~3
  for (let i = 0; i < whole; i += 4) {
    const a = values[i]
    const b = values[i + 1]
    const c = values[i + 2]
    const d = values[i + 3]
    values[i] = a + share * (target[i] - a)
    values[i + 1] = b + share * (target[i + 1] - b)
    values[i + 2] = c + share * (target[i + 2] - c)
    values[i + 3] = d + share * (target[i + 3] - d)
  }
  for (let i = whole; i < values.length; i++) values[i] += share * (target[i] - values[i])
}
