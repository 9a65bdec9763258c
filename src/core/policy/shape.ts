/**
 * The policy network pi_theta(a | x, w) and where each of its tensors lies in the flat parameter vector.
 *
 *     u = phi(w)                   preference encoder: 2 -> p -> q, ReLU; or none, u = w
 *     mlp:      z = relu([h ; u] W + b),  o = z V + c
 *     linear:   o = [h ; u] W + b
 *     bilinear: o = sum_j u_j (h W_j)  +  u V + c       W_j is the j-th block of K columns of W
 *     pi = softmax(o)
 *
 * Sizes follow public re-implementations; the paper does not give them. Linear and bilinear heads are its ablation (Sec. 4.5).
 */
import type { Head, PreferenceEncoder } from '../experiment/options.ts'
import type { TrainingSettings } from '../experiment/training.ts'
import { EMBEDDING_SIZE } from '../world/world.ts'

export interface PolicyShape {
  /** Length of the prompt embedding h. */
  readonly embedding: number
  /** Width of the preference encoder's hidden layer; 0 where there is no encoder. */
  readonly preferenceHidden: number
  /** Length of u; 2 where there is no encoder. */
  readonly preference: number
  readonly head: Head
  /** Width of the decision head's hidden layer; 0 where the head has none. */
  readonly hidden: number
  /** K, the number of LLMs. */
  readonly arms: number
}

/** Sizes of the published preference encoders. */
const ENCODER_SIZES: Readonly<
  Record<PreferenceEncoder, Pick<PolicyShape, 'preferenceHidden' | 'preference'>>
> = {
  '64-32': { preferenceHidden: 64, preference: 32 },
  '256-768': { preferenceHidden: 256, preference: 768 },
  none: { preferenceHidden: 0, preference: 2 },
}

/** The shape that some settings ask for. */
export function shapeOf(
  { preferenceEncoder, head }: Pick<TrainingSettings, 'preferenceEncoder' | 'head'>,
  arms: number,
): PolicyShape {
  const sizes = ENCODER_SIZES[preferenceEncoder]
  return { embedding: EMBEDDING_SIZE, ...sizes, head, hidden: head === 'mlp' ? 256 : 0, arms }
}

export function sameShape(a: PolicyShape, b: PolicyShape): boolean {
  return (
    a.embedding === b.embedding &&
    a.preferenceHidden === b.preferenceHidden &&
    a.preference === b.preference &&
    a.head === b.head &&
    a.hidden === b.hidden &&
    a.arms === b.arms
  )
}

/** The smaller published shape: 111,851 parameters at K = 11. */
export function defaultShape(arms: number): PolicyShape {
  return shapeOf({ preferenceEncoder: '64-32', head: 'mlp' }, arms)
}

/** A matrix (rows x columns, row-major: input x output) or a bias (rows 1) inside the flat vector. */
export interface TensorSlot {
  readonly offset: number
  readonly rows: number
  readonly columns: number
}

export interface PolicyLayout {
  /** Empty (no rows or no columns) where there is no preference encoder. */
  readonly phi1: TensorSlot
  readonly phi1Bias: TensorSlot
  readonly phi2: TensorSlot
  readonly phi2Bias: TensorSlot
  /** The tensor that meets the prompt. mlp, linear: (embedding + preference) rows, prompt first. bilinear: embedding x (preference * K). */
  readonly head1: TensorSlot
  /** Empty for the bilinear head. */
  readonly head1Bias: TensorSlot
  /** mlp: hidden x K; bilinear: preference x K; empty for the linear head. */
  readonly head2: TensorSlot
  readonly head2Bias: TensorSlot
  /** Length of the flat vector. */
  readonly size: number
}

export function layoutOf(shape: PolicyShape): PolicyLayout {
  const { embedding, preferenceHidden, preference, head, hidden, arms } = shape
  let size = 0
  const slot = (rows: number, columns: number): TensorSlot => {
    const offset = size
    size += rows * columns
    return { offset, rows, columns }
  }
  const encoded = preferenceHidden > 0
  const slots = {
    phi1: slot(encoded ? 2 : 0, preferenceHidden),
    phi1Bias: slot(1, preferenceHidden),
    phi2: slot(preferenceHidden, encoded ? preference : 0),
    phi2Bias: slot(1, encoded ? preference : 0),
    ...headSlots(),
  }
  function headSlots() {
    switch (head) {
      case 'mlp':
        return {
          head1: slot(embedding + preference, hidden),
          head1Bias: slot(1, hidden),
          head2: slot(hidden, arms),
          head2Bias: slot(1, arms),
        }
      case 'linear':
        return {
          head1: slot(embedding + preference, arms),
          head1Bias: slot(1, arms),
          head2: slot(0, arms),
          head2Bias: slot(1, 0),
        }
      case 'bilinear':
        return {
          head1: slot(embedding, preference * arms),
          head1Bias: slot(1, 0),
          head2: slot(preference, arms),
          head2Bias: slot(1, arms),
        }
    }
  }
  return { ...slots, size }
}
