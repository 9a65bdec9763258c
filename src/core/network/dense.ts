import type { Policy } from '../policy/policy.ts'
import type { TensorSlot } from '../policy/shape.ts'
import { type Activation, type Matrix, type Multiply, matrix, transposed } from './matrix.ts'

/**
 * A dense layer, output = input M + bias, over a policy's flat parameter vector. Batches are batch x width, row-major.
 * The bias follows its matrix in the vector: one more row, whose input is always 1.
 */
export class Dense {
  readonly #policy: Pick<Policy, 'parameters'>
  readonly #slot: TensorSlot
  readonly #multiply: Multiply
  /** Rows of M and, where there is a bias, one more. */
  readonly #rows: number
  /** Input of the last forward pass, with the 1s. */
  #input: Matrix

  /**
   * @param policy its parameters are read at every call
   * @param slot of M
   * @param bias directly behind M, or empty (no columns) for a layer without one
   * @param multiply where its products are taken
   */
  constructor(policy: Pick<Policy, 'parameters'>, slot: TensorSlot, bias: TensorSlot, multiply: Multiply) {
    this.#policy = policy
    this.#slot = slot
    this.#multiply = multiply
    this.#rows = slot.rows + (bias.columns > 0 ? 1 : 0)
    this.#input = matrix(new Float32Array(0), 0, this.#rows)
  }

  /** input M + bias, batch x columns. @param parts the input, in parts that lie side by side */
  forward(parts: readonly Float32Array[], batch: number, activation: Activation): Promise<Float32Array> {
    if (this.#input.rows !== batch) {
      this.#input = matrix(new Float32Array(batch * this.#rows).fill(1), batch, this.#rows)
    }
    let column = 0
    for (const part of parts) column = place(part, this.#input, column)
    return this.#multiply(this.#input, this.#weights(0, this.#rows), activation)
  }

  /** Writes the gradients of weights and bias into the flat `gradient`, for the batch of the last forward pass. */
  async weightGradient(outputGradient: Float32Array, gradient: Float32Array): Promise<void> {
    const output = matrix(outputGradient, this.#input.rows, this.#slot.columns)
    gradient.set(await this.#multiply(transposed(this.#input), output), this.#slot.offset)
  }

  /** Gradient at the inputs that meet the rows of M from `firstRow` on, batch x (rows - firstRow). */
  inputGradient(outputGradient: Float32Array, firstRow = 0): Promise<Float32Array> {
    const output = matrix(outputGradient, this.#input.rows, this.#slot.columns)
    return this.#multiply(output, transposed(this.#weights(firstRow, this.#slot.rows)))
  }

  /** The rows [from, to) of M and the bias. */
  #weights(from: number, to: number): Matrix {
    const { offset, columns } = this.#slot
    const values = this.#policy.parameters.subarray(offset + from * columns, offset + to * columns)
    return matrix(values, to - from, columns)
  }
}

/**
 * A ReLU's backward pass: from the gradient at its outputs to that at its inputs, in place. Zero wherever the output was.
 * @param activated the ReLU's outputs, as long as `gradient`
 * @returns `gradient`
 */
export function reluBackward(gradient: Float32Array, activated: Float32Array): Float32Array {
  // A product, not a branch: which outputs are zero cannot be predicted.
  for (let i = 0; i < gradient.length; i++) gradient[i] *= +(activated[i] > 0)
  return gradient
}

/** Writes a batch of rows into `target` from a column on; returns the column behind them. */
function place(part: Float32Array, { values, rows, columns }: Matrix, column: number): number {
  const width = part.length / rows
  for (let i = 0; i < rows; i++) {
    values.set(part.subarray(i * width, (i + 1) * width), i * columns + column)
  }
  return column + width
}
