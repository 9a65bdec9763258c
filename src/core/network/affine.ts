/** One row at a time through a dense layer whose tensors lie in a flat parameter vector: what a single prompt needs. */
import type { TensorSlot } from '../policy/shape.ts'

/** out += the bias. */
export function addBias(parameters: Float32Array, bias: TensorSlot, out: Float32Array): void {
  for (let j = 0; j < bias.columns; j++) out[j] += parameters[bias.offset + j]
}

/** out += input^T M, for the `count` rows of M that start at `firstRow`. Zero inputs (after ReLU, many) are skipped. */
export function addProduct(
  parameters: Float32Array,
  matrix: TensorSlot,
  firstRow: number,
  input: ArrayLike<number>,
  count: number,
  out: Float32Array,
): void {
  let at = matrix.offset + firstRow * matrix.columns
  for (let i = 0; i < count; i++, at += matrix.columns) {
    const x = input[i]
    if (x === 0) continue
    for (let j = 0; j < matrix.columns; j++) out[j] += x * parameters[at + j]
  }
}

/** max(x, 0) of every element, in place. */
export function relu(values: Float32Array): void {
  for (let i = 0; i < values.length; i++) if (values[i] < 0) values[i] = 0
}
