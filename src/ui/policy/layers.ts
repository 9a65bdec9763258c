/** The layers of the network as the page draws them, in the order that numbers flow. */
import type { Activations } from '../../core/policy/forward.ts'

export interface Layer {
  readonly name: 'embedding' | 'encoder' | 'preference' | 'hidden'
  readonly symbol: string
  readonly text: string
  /** Empty where the network has no such layer; the text then says so. */
  readonly values: Float32Array
}

export function layersOf(embedding: Float32Array, activations: Activations): Layer[] {
  const { preferenceHidden, preference, hidden } = activations
  const encoded = preferenceHidden.length > 0
  const encoder: Layer[] = encoded
    ? [
        {
          name: 'encoder',
          symbol: 'w → φ',
          text: `The dial, read by ${preferenceHidden.length} units`,
          values: preferenceHidden,
        },
      ]
    : []
  return [
    {
      name: 'embedding',
      symbol: 'h',
      text: `The prompt, ${embedding.length} numbers`,
      values: embedding,
    },
    ...encoder,
    {
      name: 'preference',
      symbol: encoded ? 'u = φ(w)' : 'u = w',
      text: encoded ? `The dial, ${preference.length} numbers` : 'The dial itself: no encoder',
      values: preference,
    },
    {
      name: 'hidden',
      symbol: 'z',
      text:
        hidden.length > 0
          ? `Prompt and dial together, ${hidden.length} units`
          : 'No hidden layer in this head',
      values: hidden,
    },
  ]
}

/** Columns of a vector's grid: one row for up to 64 numbers, four for up to 256, eight beyond. */
export function gridColumns(length: number): number {
  return Math.ceil(length / (length <= 64 ? 1 : length <= 256 ? 4 : 8))
}
