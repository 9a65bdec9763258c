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
