import type { EncoderPreference } from '../../core/experiment/options.ts'

export interface PlaygroundActions {
  showWorld(id: string): void
  showExample(name: string): void
  /** The person typed: fetches the encoder when it is not there, encodes and routes. */
  type(text: string): void
  loadEncoder(): void
  cancelEncoder(): void
  preferEncoder(preference: EncoderPreference): void
  copyLink(): void
}
