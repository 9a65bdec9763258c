import { writeFileSync } from 'node:fs'
import { EncoderModel } from '../../engine/encoder/model.ts'
import { readFromFolder } from '../../engine/encoder/nodeFiles.ts'
import { packVector, REFERENCE_SENTENCE } from '../../engine/encoder/referenceCheck.ts'
import { ENCODER_FOLDER } from './ensureEncoder.ts'

/** Encodes the reference sentence with both pinned formats: run it after a new sentence, pin or recipe, and look at the change. */
export async function writeReference(): Promise<void> {
  readFromFolder(ENCODER_FOLDER)
  const vectors: Record<string, string> = {}
  for (const format of ['q8', 'fp32'] as const) {
    const model = await EncoderModel.load({ backend: 'cpu', format })
    vectors[format] = packVector((await model.encode(REFERENCE_SENTENCE)).embedding)
    await model.dispose()
  }
  const file = new URL('../../engine/encoder/reference.json', import.meta.url)
  writeFileSync(file, `${JSON.stringify(vectors, null, 2)}\n`)
}
