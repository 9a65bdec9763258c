import type { PartialView } from '../../core/view/view.ts'

export interface PlaygroundActions {
  /** Sets what is given and leaves the rest: the one way in for controls, links, files and lessons. Clamped, and said. */
  applyView(change: PartialView): void
  /** The person typed: fetches the encoder when it is not there, encodes and routes. */
  type(text: string): void
  loadEncoder(): void
  cancelEncoder(): void
  copyLink(): void
}
