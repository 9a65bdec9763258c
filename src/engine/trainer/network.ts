/**
 * The policy network with its gradient, on TensorFlow.js. The two large products, batch x (h + u) x hidden
 * forward and back, run on the active backend; the small layers are plain loops, since launching a kernel
 * costs more than their arithmetic. The gradient is written by hand: no tape, nothing left to dispose.
 */
import * as tf from '@tensorflow/tfjs'
import type { Preference } from '../../core/bandit/preference.ts'
import { softmax } from '../../core/math/softmax.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { addWeightGradient, denseForward, inputGradient, rectify } from './layers.ts'

/** What one forward pass leaves for the backward pass. All matrices are batch x width, row-major. */
interface Pass {
  readonly batch: number
  readonly preferences: Float32Array
  readonly preferenceHidden: Float32Array
  readonly preference: Float32Array
  /** [h ; u] transposed, (embedding + preference) x batch: the form the backward product wants. */
  readonly inputTransposed: Float32Array
  readonly hidden: Float32Array
}

export class PolicyNetwork {
  readonly policy: Policy
  #pass: Pass | null = null

  /** @param policy its parameters are read at every call, so an optimiser may change them in place */
  constructor(policy: Policy) {
    this.policy = policy
  }

  /**
   * pi(. | x_i, w_i) for a batch.
   * @param embeddings one unit vector of `shape.embedding` numbers for each preference
   * @returns batch x K, row-major, every row sums to 1
   */
  async forward(embeddings: readonly Float32Array[], w: readonly Preference[]): Promise<Float32Array> {
    const { shape, layout, parameters } = this.policy
    const batch = w.length
    const preferences = Float32Array.from(w.flatMap(({ quality, cost }) => [quality, cost]))
    const preferenceHidden = denseForward(parameters, layout.phi1, layout.phi1Bias, preferences, batch)
    rectify(preferenceHidden)
    const preference = denseForward(parameters, layout.phi2, layout.phi2Bias, preferenceHidden, batch)
    rectify(preference)

    const width = shape.embedding + shape.preference
    const input = new Float32Array(batch * width)
    const inputTransposed = new Float32Array(width * batch)
    for (let i = 0; i < batch; i++) {
      input.set(embeddings[i], i * width)
      const u = preference.subarray(i * shape.preference, (i + 1) * shape.preference)
      input.set(u, i * width + shape.embedding)
      for (let j = 0; j < width; j++) inputTransposed[j * batch + i] = input[i * width + j]
    }
    const bias = parameters.subarray(layout.head1Bias.offset, layout.head1Bias.offset + shape.hidden)
    const head1 = parameters.subarray(layout.head1.offset, layout.head1.offset + width * shape.hidden)
    const hidden = await multiply(input, [batch, width], head1, [width, shape.hidden])
    for (let i = 0; i < hidden.length; i++) hidden[i] += bias[i % shape.hidden]
    rectify(hidden)

    const probabilities = denseForward(parameters, layout.head2, layout.head2Bias, hidden, batch)
    for (let i = 0; i < batch; i++) {
      const row = probabilities.subarray(i * shape.arms, (i + 1) * shape.arms)
      softmax(row, row)
    }
    this.#pass = { batch, preferences, preferenceHidden, preference, inputTransposed, hidden }
    return probabilities
  }

  /**
   * Gradient of the loss with respect to every parameter, for the batch of the last forward pass.
   * @param logitGradient batch x K, row-major
   * @returns a flat vector in the layout's order
   */
  async backward(logitGradient: Float32Array): Promise<Float32Array> {
    if (!this.#pass) throw new Error('backward() needs a forward pass first.')
    const { shape, layout, parameters } = this.policy
    const { batch, preferences, preferenceHidden, preference, inputTransposed, hidden } = this.#pass
    const gradient = new Float32Array(layout.size)

    addWeightGradient(gradient, layout.head2, layout.head2Bias, hidden, logitGradient, batch)
    const hiddenGradient = inputGradient(parameters, layout.head2, 0, logitGradient, hidden, batch)

    const width = shape.embedding + shape.preference
    const head1 = await multiply(inputTransposed, [width, batch], hiddenGradient, [batch, shape.hidden])
    gradient.set(head1, layout.head1.offset)
    for (let i = 0; i < hiddenGradient.length; i++) {
      gradient[layout.head1Bias.offset + (i % shape.hidden)] += hiddenGradient[i]
    }

    // The prompt's columns are frozen: only u is followed back.
    const uGradient = inputGradient(
      parameters,
      layout.head1,
      shape.embedding,
      hiddenGradient,
      preference,
      batch,
    )
    addWeightGradient(gradient, layout.phi2, layout.phi2Bias, preferenceHidden, uGradient, batch)
    const phiGradient = inputGradient(parameters, layout.phi2, 0, uGradient, preferenceHidden, batch)
    addWeightGradient(gradient, layout.phi1, layout.phi1Bias, preferences, phiGradient, batch)
    return gradient
  }
}

/** A (m x k) times B (k x n) on the active backend. Nothing stays allocated there. */
async function multiply(
  a: Float32Array,
  [m, k]: readonly [number, number],
  b: Float32Array,
  [rows, n]: readonly [number, number],
): Promise<Float32Array> {
  const product = tf.tidy(() => tf.matMul(tf.tensor2d(a, [m, k]), tf.tensor2d(b, [rows, n])))
  try {
    return Float32Array.from(await product.data<'float32'>())
  } finally {
    product.dispose()
  }
}
