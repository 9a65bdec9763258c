import { folderSource } from './folder.ts'
import { hubSource } from './hub.ts'
import { mavenSource } from './maven.ts'
import type { EncoderSource } from './source.ts'

/** Where the encoder's files may be: a folder of yours, the hub, Maven Central; asked in this order. */
export function encoderSources(): EncoderSource[] {
  const folder = process.env.BARP_ENCODER_DIR
  return [...(folder ? [folderSource(folder)] : []), hubSource(), mavenSource()]
}
