import type { EncoderModel } from './model.ts'
import { checkReference, REFERENCE_SENTENCE } from './referenceCheck.ts'
import { measure } from './selfBenchmark.ts'

export interface RatedModel {
  readonly model: EncoderModel
  /** Median on a prompt of 32 tokens. */
  readonly msPerPrompt: number
}

/** Checks a fresh model, which also warms it, and measures it. A model that fails is disposed of. @throws Error */
export async function rate(model: EncoderModel): Promise<RatedModel> {
  try {
    checkReference(model.candidate.format, (await model.encode(REFERENCE_SENTENCE)).embedding)
    return { model, msPerPrompt: await measure(model) }
  } catch (error) {
    await model.dispose()
    throw error
  }
}
