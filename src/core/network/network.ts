/**
 * The policy network with its gradient. Its matrix products are taken wherever it is told, on a device for instance;
 * everything else is plain loops, since launching a kernel costs more than their arithmetic. The gradient is written by
 * hand: no tape, nothing left to dispose.
 */
import type { Preference } from '../bandit/preference.ts'
import { softmax } from '../math/softmax.ts'
import type { Policy } from '../policy/policy.ts'
import { unreachable } from '../unreachable.ts'
import { Dense, reluBackward } from './dense.ts'
import { createHead, type HeadNetwork } from './heads.ts'
import type { Multiply } from './matrix.ts'

/** What one forward pass of the preference encoder leaves for the backward pass. Matrices are batch x width, row-major. */
interface Pass {
  /** Hidden layer of phi, and u; empty and w itself where there is no encoder. */
  readonly preferenceHidden: Float32Array
  readonly preference: Float32Array
}

export class PolicyNetwork {
  readonly policy: Policy
  readonly #phi1: Dense
  readonly #phi2: Dense
  readonly #head: HeadNetwork
  readonly #gradient: Float32Array
  #pass: Pass | null = null

  /** @param policy its parameters are read at every call, so an optimiser may change them in place */
  constructor(policy: Policy, multiply: Multiply) {
    const { layout } = policy
    this.policy = policy
    this.#phi1 = new Dense(policy, layout.phi1, layout.phi1Bias, multiply)
    this.#phi2 = new Dense(policy, layout.phi2, layout.phi2Bias, multiply)
    this.#head = createHead(policy, multiply)
    this.#gradient = new Float32Array(layout.size)
  }

  /**
   * pi(. | x_i, w_i) for a batch.
   * @param embeddings batch x `shape.embedding`, row-major
   * @returns batch x K, row-major, every row sums to 1
   */
  async forward(embeddings: Float32Array, w: readonly Preference[]): Promise<Float32Array> {
    const { shape } = this.policy
    const batch = w.length
    this.#pass = await this.#encode(w)
    const probabilities = await this.#head.forward(embeddings, this.#pass.preference, batch)
    for (let i = 0; i < batch; i++) {
      const row = probabilities.subarray(i * shape.arms, (i + 1) * shape.arms)
      softmax(row, row)
    }
    return probabilities
  }

  /**
   * Gradient of the loss with respect to every parameter, for the batch of the last forward pass.
   * @param logitGradient batch x K, row-major
   * @returns a flat vector in the layout's order, overwritten by the next call
   * @throws Error before the first forward pass
   */
  async backward(logitGradient: Float32Array): Promise<Float32Array> {
    if (!this.#pass) unreachable('backward() before forward()')
    const { preferenceHidden, preference } = this.#pass
    const gradient = this.#gradient
    const encoded = this.policy.shape.preferenceHidden > 0
    const atU = await this.#head.backward(logitGradient, gradient, encoded)
    if (!encoded) return gradient
    const outer = reluBackward(atU, preference)
    await this.#phi2.weightGradient(outer, gradient)
    const inner = reluBackward(await this.#phi2.inputGradient(outer), preferenceHidden)
    await this.#phi1.weightGradient(inner, gradient)
    return gradient
  }

  /** u = phi(w). */
  async #encode(w: readonly Preference[]): Promise<Pass> {
    const batch = w.length
    const preferences = new Float32Array(2 * batch)
    for (let i = 0; i < batch; i++) {
      preferences[2 * i] = w[i].quality
      preferences[2 * i + 1] = w[i].cost
    }
    if (this.policy.shape.preferenceHidden === 0) {
      return { preferenceHidden: new Float32Array(0), preference: preferences }
    }
    const preferenceHidden = await this.#phi1.forward([preferences], batch, 'relu')
    const preference = await this.#phi2.forward([preferenceHidden], batch, 'relu')
    return { preferenceHidden, preference }
  }
}
