/**
 * The policy network pi_theta(a | x, w) and where each of its tensors lies in the flat parameter vector.
 *
 *     u = phi(w)              preference encoder, 2 -> p -> q, ReLU
 *     z = relu([h ; u] W + b)  decision head's hidden layer
 *     pi = softmax(z V + c)
 *
 * Sizes follow public re-implementations; the paper does not give them.
 */
export interface PolicyShape {
  /** Length of the prompt embedding h. */
  readonly embedding: number
  /** Width of the preference encoder's hidden layer. */
  readonly preferenceHidden: number
  /** Length of u = phi(w). */
  readonly preference: number
  /** Width of the decision head's hidden layer. */
  readonly hidden: number
  /** K, the number of LLMs. */
  readonly arms: number
}

/** The smaller published shape: 111,851 parameters at K = 11. */
export function defaultShape(arms: number): PolicyShape {
  return { embedding: 384, preferenceHidden: 64, preference: 32, hidden: 256, arms }
}

/** A matrix (rows x columns, row-major: input x output) or a bias (rows 1) inside the flat vector. */
export interface TensorSlot {
  readonly offset: number
  readonly rows: number
  readonly columns: number
}

export interface PolicyLayout {
  readonly phi1: TensorSlot
  readonly phi1Bias: TensorSlot
  readonly phi2: TensorSlot
  readonly phi2Bias: TensorSlot
  /** (embedding + preference) x hidden: the first `embedding` rows meet the prompt, the rest u. */
  readonly head1: TensorSlot
  readonly head1Bias: TensorSlot
  readonly head2: TensorSlot
  readonly head2Bias: TensorSlot
  /** Length of the flat vector. */
  readonly size: number
}

export function layoutOf(shape: PolicyShape): PolicyLayout {
  let size = 0
  const slot = (rows: number, columns: number): TensorSlot => {
    const offset = size
    size += rows * columns
    return { offset, rows, columns }
  }
  const slots = {
    phi1: slot(2, shape.preferenceHidden),
    phi1Bias: slot(1, shape.preferenceHidden),
    phi2: slot(shape.preferenceHidden, shape.preference),
    phi2Bias: slot(1, shape.preference),
    head1: slot(shape.embedding + shape.preference, shape.hidden),
    head1Bias: slot(1, shape.hidden),
    head2: slot(shape.hidden, shape.arms),
    head2Bias: slot(1, shape.arms),
  }
  return { ...slots, size }
}
