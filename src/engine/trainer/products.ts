/**
 * Matrix products: on TensorFlow.js's active backend, or in a plain loop where launching a kernel costs more than the
 * arithmetic. Nothing stays allocated on the backend.
 *
 * The transposing kernel of TensorFlow.js's WASM backend is many times slower than its plain one, so operands are
 * transposed here first. The plain one packs its second operand anew at every call, at the price of some ten
 * multiplications an element, so the smaller operand goes second: A B is also (B^T A^T)^T.
 */
import * as tf from '@tensorflow/tfjs'
import { transpose } from '../../core/math/transpose.ts'
import { type Activation, type Matrix, transposed } from '../../core/network/matrix.ts'

/** A B, rows of A x columns of B, row by row. */
export async function multiply(
  a: Matrix,
  b: Matrix,
  activation: Activation = 'linear',
): Promise<Float32Array> {
  if (a.rows * a.columns * b.columns <= plainUpTo()) return multiplyPlainly(a, b, activation)
  if (
    tf.getBackend() !== 'wasm' ||
    costNs(a, b) <= costNs(transposed(b), transposed(a)) + a.rows * b.columns
  ) {
    return launch(a, b, activation)
  }
  return transpose(await launch(transposed(b), transposed(a), activation), b.columns, a.rows)
}

/** Multiplications up to which a plain loop is quicker; a GPU's answer takes a long way back. */
function plainUpTo(): number {
  return tf.getBackend() === 'webgpu' ? 1_000_000 : 20_000
}

/** About what it takes to hand two operands to the WASM kernel: 1 ns an element to transpose it, 9 to pack it. */
function costNs(a: Matrix, b: Matrix): number {
  const size = ({ rows, columns }: Matrix) => rows * columns
  return (a.transposed ? size(a) : 0) + (b.transposed ? size(b) : 0) + 9 * size(b)
}

/** i-r-j order: rows of B and of the product are walked in memory order, and zeros of A (after ReLU, many) are skipped. */
function multiplyPlainly(first: Matrix, second: Matrix, activation: Activation): Float32Array {
  const { rows: m, columns: k } = first
  const n = second.columns
  const [a, b] = [rowByRow(first, LEFT), rowByRow(second, RIGHT)]
  const out = new Float32Array(m * n)
  for (let i = 0; i < m; i++) {
    for (let r = 0; r < k; r++) {
      const x = a[i * k + r]
      if (x !== 0) for (let j = 0, to = i * n, at = r * n; j < n; j++) out[to++] += x * b[at++]
    }
  }
  if (activation === 'relu') for (let i = 0; i < out.length; i++) if (out[i] < 0) out[i] = 0
  return out
}

async function launch(a: Matrix, b: Matrix, activation: Activation): Promise<Float32Array> {
  const product = tf.tidy(() =>
    tf.fused.matMul({
      a: tf.tensor2d(rowByRow(a, LEFT), [a.rows, a.columns]),
      b: tf.tensor2d(rowByRow(b, RIGHT), [b.rows, b.columns]),
      activation,
    }),
  )
  try {
    // A GPU must be waited for; elsewhere the product is there already.
    return tf.getBackend() === 'webgpu' ? await product.data<'float32'>() : product.dataSync<'float32'>()
  } finally {
    product.dispose()
  }
}

/** Memory for transposed operands, kept from one product to the next: fresh pages cost as much as the transposing. */
class Scratch {
  #values: Float32Array = new Float32Array(0)

  take(size: number): Float32Array {
    if (this.#values.length < size) this.#values = new Float32Array(size)
    return this.#values.subarray(0, size)
  }
}

const LEFT = new Scratch()
const RIGHT = new Scratch()

/** The numbers row by row: the matrix's own, or in `scratch`, until that is used again. */
function rowByRow({ values, rows, columns, transposed }: Matrix, scratch: Scratch): Float32Array {
  return transposed ? transpose(values, columns, rows, scratch.take(values.length)) : values
}
