import { createStream } from '../math/random.ts'
import { unreachable } from '../unreachable.ts'
import { layoutOf, type PolicyLayout, type PolicyShape, type TensorSlot } from './shape.ts'

/** As much of a policy as a worker is sent and a file holds. */
export interface PlainPolicy {
  readonly shape: PolicyShape
  /** All parameters, in the layout's order. */
  readonly parameters: Float32Array
}

/** A policy is its shape and one flat vector of parameters. */
export interface Policy extends PlainPolicy {
  readonly layout: PolicyLayout
}

/** @throws Error when the vector's length is not the shape's */
export function createPolicy(shape: PolicyShape, parameters: Float32Array): Policy {
  const layout = layoutOf(shape)
  if (parameters.length !== layout.size) {
    unreachable(`${parameters.length} parameters for a policy of ${layout.size}`)
  }
  return { shape, layout, parameters }
}

/**
 * Fresh parameters from the stream `policy/initialisation`: weights and biases uniform in
 * +-1/sqrt(fan in), the usual default for linear layers.
 */
export function initialisePolicy(shape: PolicyShape, seed: number): Policy {
  const layout = layoutOf(shape)
  const parameters = new Float32Array(layout.size)
  const stream = createStream(seed, 'policy/initialisation')
  const fill = (slot: TensorSlot, fanIn: number) => {
    const bound = 1 / Math.sqrt(fanIn)
    const end = slot.offset + slot.rows * slot.columns
    for (let i = slot.offset; i < end; i++) parameters[i] = (2 * stream.uniform() - 1) * bound
  }
  // A head of one layer has its bias and no second tensor, or the reverse; empty tensors draw nothing.
  for (const [weights, bias] of [
    [layout.phi1, layout.phi1Bias],
    [layout.phi2, layout.phi2Bias],
    [layout.head1, layout.head1Bias],
    [layout.head2, layout.head2Bias],
  ]) {
    fill(weights, weights.rows)
    fill(bias, weights.rows)
  }
  return { shape, layout, parameters }
}
