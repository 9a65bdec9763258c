/** The decision heads with their gradients: from prompts h and encoded preferences u to logits, and back to u. */
import type { Policy } from '../policy/policy.ts'
import { Dense, reluBackward } from './dense.ts'
import type { Multiply } from './matrix.ts'

/** Batches are batch x width, row-major. */
export interface HeadNetwork {
  /** Logits, batch x K. */
  forward(h: Float32Array, u: Float32Array, batch: number): Promise<Float32Array>
  /**
   * Writes the head's gradients into the flat `gradient`, for the batch of the last forward pass.
   * @param followed whether u has parameters behind it
   * @returns the gradient at u, batch x `preference`; empty unless it is followed
   */
  backward(logitGradient: Float32Array, gradient: Float32Array, followed: boolean): Promise<Float32Array>
}

export function createHead(policy: Policy, multiply: Multiply): HeadNetwork {
  switch (policy.shape.head) {
    case 'mlp':
      return createMlpHead(policy, multiply)
    case 'linear':
      return createLinearHead(policy, multiply)
    case 'bilinear':
      return createBilinearHead(policy, multiply)
  }
}

const NOTHING: Float32Array = new Float32Array(0)

/** z = relu([h ; u] W + b), o = z V + c. */
function createMlpHead(policy: Policy, multiply: Multiply): HeadNetwork {
  const { shape, layout } = policy
  const first = new Dense(policy, layout.head1, layout.head1Bias, multiply)
  const second = new Dense(policy, layout.head2, layout.head2Bias, multiply)
  let hidden = NOTHING
  return {
    async forward(h, u, batch) {
      hidden = await first.forward([h, u], batch, 'relu')
      return second.forward([hidden], batch, 'linear')
    },
    async backward(logitGradient, gradient, followed) {
      await second.weightGradient(logitGradient, gradient)
      const hiddenGradient = reluBackward(await second.inputGradient(logitGradient), hidden)
      await first.weightGradient(hiddenGradient, gradient)
      // The prompt's columns are frozen: only u is followed back.
      return followed ? first.inputGradient(hiddenGradient, shape.embedding) : NOTHING
    },
  }
}

/** o = [h ; u] W + b. */
function createLinearHead(policy: Policy, multiply: Multiply): HeadNetwork {
  const { shape, layout } = policy
  const only = new Dense(policy, layout.head1, layout.head1Bias, multiply)
  return {
    forward: (h, u, batch) => only.forward([h, u], batch, 'linear'),
    async backward(logitGradient, gradient, followed) {
      await only.weightGradient(logitGradient, gradient)
      return followed ? only.inputGradient(logitGradient, shape.embedding) : NOTHING
    },
  }
}

/** o_k = sum_j u_j (h W_j)_k + u V + c, with h W kept as batch x (preference x K). */
function createBilinearHead(policy: Policy, multiply: Multiply): HeadNetwork {
  const { shape, layout } = policy
  const k = shape.arms
  const inner = new Dense(policy, layout.head1, layout.head1Bias, multiply)
  const direct = new Dense(policy, layout.head2, layout.head2Bias, multiply)
  let pass = { u: NOTHING, inside: NOTHING }
  return {
    async forward(h, u, batch) {
      const inside = await inner.forward([h], batch, 'linear')
      const logits = await direct.forward([u], batch, 'linear')
      for (let at = 0; at < u.length; at++) {
        const row = Math.floor(at / shape.preference) * k
        for (let arm = 0; arm < k; arm++) logits[row + arm] += u[at] * inside[at * k + arm]
      }
      pass = { u, inside }
      return logits
    },
    async backward(logitGradient, gradient, followed) {
      const { u, inside } = pass
      const uGradient = await direct.inputGradient(logitGradient)
      const insideGradient = new Float32Array(inside.length)
      for (let at = 0; at < u.length; at++) {
        const row = Math.floor(at / shape.preference) * k
        for (let arm = 0; arm < k; arm++) {
          insideGradient[at * k + arm] = u[at] * logitGradient[row + arm]
          uGradient[at] += inside[at * k + arm] * logitGradient[row + arm]
        }
      }
      await direct.weightGradient(logitGradient, gradient)
      await inner.weightGradient(insideGradient, gradient)
      return followed ? uGradient : NOTHING
    },
  }
}
