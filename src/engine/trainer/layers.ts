/** Dense layers as plain loops over a flat parameter vector. Matrices are batch x width, row-major. */
import type { TensorSlot } from '../../core/policy/shape.ts'

/** input M + bias: batch x columns. */
export function denseForward(
  parameters: Float32Array,
  matrix: TensorSlot,
  bias: TensorSlot,
  input: Float32Array,
  batch: number,
): Float32Array {
  const { rows, columns, offset } = matrix
  const out = new Float32Array(batch * columns)
  for (let i = 0; i < batch; i++) {
    const to = i * columns
    for (let j = 0; j < columns; j++) out[to + j] = parameters[bias.offset + j]
    for (let r = 0; r < rows; r++) {
      const x = input[i * rows + r]
      if (x === 0) continue
      const from = offset + r * columns
      for (let j = 0; j < columns; j++) out[to + j] += x * parameters[from + j]
    }
  }
  return out
}

/** Adds the gradients of a layer's weights and bias to `gradient`, given its input and its output's gradient. */
export function addWeightGradient(
  gradient: Float32Array,
  matrix: TensorSlot,
  bias: TensorSlot,
  input: Float32Array,
  outputGradient: Float32Array,
  batch: number,
): void {
  const { rows, columns, offset } = matrix
  for (let i = 0; i < batch; i++) {
    const from = i * columns
    for (let j = 0; j < columns; j++) gradient[bias.offset + j] += outputGradient[from + j]
    for (let r = 0; r < rows; r++) {
      const x = input[i * rows + r]
      if (x === 0) continue
      const to = offset + r * columns
      for (let j = 0; j < columns; j++) gradient[to + j] += x * outputGradient[from + j]
    }
  }
}

/**
 * Gradient at the input of a layer whose input came out of a ReLU: zero wherever `activated` is zero.
 * @param firstRow where in `matrix` the rows of this input start
 */
export function inputGradient(
  parameters: Float32Array,
  matrix: TensorSlot,
  firstRow: number,
  outputGradient: Float32Array,
  activated: Float32Array,
  batch: number,
): Float32Array {
  const width = activated.length / batch
  const { columns, offset } = matrix
  const gradient = new Float32Array(activated.length)
  for (let i = 0; i < batch; i++) {
    for (let r = 0; r < width; r++) {
      if (activated[i * width + r] === 0) continue
      const weights = offset + (firstRow + r) * columns
      let sum = 0
      for (let j = 0; j < columns; j++) sum += parameters[weights + j] * outputGradient[i * columns + j]
      gradient[i * width + r] = sum
    }
  }
  return gradient
}

/** ReLU in place. */
export function rectify(values: Float32Array): void {
  for (let i = 0; i < values.length; i++) if (values[i] < 0) values[i] = 0
}
