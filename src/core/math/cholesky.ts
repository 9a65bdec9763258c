/** Symmetric positive definite systems by Cholesky's factorisation A = L L^T. Matrices are d x d, row-major. */

/**
 * The factor L in the lower triangle, in an array of its own; what lies above the diagonal is zero.
 * @param matrix only its lower triangle is read
 * @throws RangeError where the matrix is not positive definite
 */
export function cholesky(matrix: Float64Array, d: number): Float64Array {
  const factor = new Float64Array(d * d)
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * d + j]
      for (let k = 0; k < j; k++) sum -= factor[i * d + k] * factor[j * d + k]
      if (i !== j) factor[i * d + j] = sum / factor[j * d + j]
      else if (sum > 0) factor[i * d + i] = Math.sqrt(sum)
      else throw new RangeError(`The matrix of ${d} rows is not positive definite at row ${i}.`)
    }
  }
  return factor
}

/** Solves L L^T x = b in place. @param right b, d numbers; becomes x @returns `right` */
export function solveFactored(factor: Float64Array, d: number, right: Float64Array): Float64Array {
  for (let i = 0; i < d; i++) {
    let sum = right[i]
    for (let k = 0; k < i; k++) sum -= factor[i * d + k] * right[k]
    right[i] = sum / factor[i * d + i]
  }
  for (let i = d - 1; i >= 0; i--) {
    let sum = right[i]
    for (let k = i + 1; k < d; k++) sum -= factor[k * d + i] * right[k]
    right[i] = sum / factor[i * d + i]
  }
  return right
}

/** A^-1, d x d. @throws RangeError where the matrix is not positive definite */
export function inversePositive(matrix: Float64Array, d: number): Float64Array {
  const factor = cholesky(matrix, d)
  const inverse = new Float64Array(d * d)
  const column = new Float64Array(d)
  for (let j = 0; j < d; j++) {
    column.fill(0)
    column[j] = 1
    solveFactored(factor, d, column)
    for (let i = 0; i < d; i++) inverse[i * d + j] = column[i]
  }
  return inverse
}
