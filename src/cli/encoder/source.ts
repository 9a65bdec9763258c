import type { EncoderFile } from '../../engine/encoder/files.ts'

/** A place that may have the encoder's files. */
export interface EncoderSource {
  readonly name: string
  /** A file's bytes, unchecked. @throws Error that says why not, in half a sentence */
  read(file: EncoderFile): Promise<Uint8Array<ArrayBuffer>>
}
