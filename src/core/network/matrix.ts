/** Matrices as the network's layers hand them to whatever multiplies: this ring knows no device. */

/** A matrix of `rows` x `columns`. Its numbers lie row by row, or column by column where it is `transposed`. */
export interface Matrix {
  readonly values: Float32Array
  readonly rows: number
  readonly columns: number
  readonly transposed: boolean
}

/** What is done to every element of a product. */
export type Activation = 'linear' | 'relu'

/**
 * activation(A B), rows of A x columns of B, row by row, in an array of its own. On a device: it may take its time.
 * @param activation `linear` when left out
 */
export type Multiply = (a: Matrix, b: Matrix, activation?: Activation) => Promise<Float32Array>

/** A matrix over numbers that lie row by row; nothing is copied. */
export function matrix(values: Float32Array, rows: number, columns: number): Matrix {
  return { values, rows, columns, transposed: false }
}

/** The transpose, over the same numbers: none is moved. */
export function transposed({ values, rows, columns, transposed }: Matrix): Matrix {
  return { values, rows: columns, columns: rows, transposed: !transposed }
}
