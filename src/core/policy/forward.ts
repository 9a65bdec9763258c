/**
 * The reference forward pass, in plain Float32Array arithmetic. It is what the dial calls on every
 * input event, so the prompt's preactivation of the decision head is computed once per prompt and kept.
 */
import type { Preference } from '../bandit/preference.ts'
import { softmax } from '../math/softmax.ts'
import { addBias, addProduct, relu } from '../network/affine.ts'
import type { Policy } from './policy.ts'

/** Everything the pass computed for one (x, w): what the page draws. */
export interface Activations {
  /** Preference encoder's hidden layer, ReLU, `preferenceHidden` numbers; empty where there is no encoder. */
  readonly preferenceHidden: Float32Array
  /** u = phi(w), `preference` numbers; w itself where there is no encoder. */
  readonly preference: Float32Array
  /** Decision head's hidden layer, ReLU, `hidden` numbers; empty for the linear and the bilinear head. */
  readonly hidden: Float32Array
  /** K logits. */
  readonly logits: Float32Array
  /** pi(a | x, w), K numbers that sum to 1. */
  readonly probabilities: Float32Array
}

/**
 * All of the decision head that depends on x alone. mlp: h W_h + b, `hidden` numbers. linear: h W_h + b, K numbers.
 * bilinear: h W, `preference` x K numbers.
 */
export function promptPreactivation(policy: Policy, embedding: ArrayLike<number>): Float32Array {
  const { head1, head1Bias } = policy.layout
  const preactivation = new Float32Array(head1.columns)
  addBias(policy.parameters, head1Bias, preactivation)
  addProduct(policy.parameters, head1, 0, embedding, policy.shape.embedding, preactivation)
  return preactivation
}

/** pi(. | x, w) and all activations, from the prompt's preactivation. Allocates fresh arrays; about 12,000 multiplications. */
export function activate(policy: Policy, preactivation: Float32Array, w: Preference): Activations {
  const encoded = encodePreference(policy, w)
  const decided = decide(policy, preactivation, encoded.preference)
  const probabilities = softmax(decided.logits, new Float32Array(policy.shape.arms))
  return { ...encoded, ...decided, probabilities }
}

/** pi(. | x, w) for one prompt and preference, from scratch. */
export function route(policy: Policy, embedding: ArrayLike<number>, w: Preference): Float32Array {
  return activate(policy, promptPreactivation(policy, embedding), w).probabilities
}

/** u = phi(w). */
function encodePreference({ layout, shape, parameters }: Policy, w: Preference) {
  const preferenceHidden = new Float32Array(shape.preferenceHidden)
  const pair = Float32Array.of(w.quality, w.cost)
  if (shape.preferenceHidden === 0) return { preferenceHidden, preference: pair }
  addBias(parameters, layout.phi1Bias, preferenceHidden)
  addProduct(parameters, layout.phi1, 0, pair, 2, preferenceHidden)
  relu(preferenceHidden)

  const preference = new Float32Array(shape.preference)
  addBias(parameters, layout.phi2Bias, preference)
  addProduct(parameters, layout.phi2, 0, preferenceHidden, shape.preferenceHidden, preference)
  relu(preference)
  return { preferenceHidden, preference }
}

/** The logits from the prompt's preactivation and u. */
function decide(
  { layout, shape, parameters }: Policy,
  preactivation: Float32Array,
  preference: Float32Array,
) {
  const hidden = new Float32Array(shape.hidden)
  const logits = new Float32Array(shape.arms)
  switch (shape.head) {
    case 'mlp':
      hidden.set(preactivation)
      addProduct(parameters, layout.head1, shape.embedding, preference, shape.preference, hidden)
      relu(hidden)
      addBias(parameters, layout.head2Bias, logits)
      addProduct(parameters, layout.head2, 0, hidden, shape.hidden, logits)
      break
    case 'linear':
      logits.set(preactivation)
      addProduct(parameters, layout.head1, shape.embedding, preference, shape.preference, logits)
      break
    case 'bilinear':
      addBias(parameters, layout.head2Bias, logits)
      addProduct(parameters, layout.head2, 0, preference, shape.preference, logits)
      // The preactivation is itself a matrix, preference x K.
      addProduct(preactivation, { ...layout.head2, offset: 0 }, 0, preference, shape.preference, logits)
  }
  return { hidden, logits }
}
