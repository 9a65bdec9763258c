/** Fetches the evaluation that ships with a world. Nothing on the first screen waits for it. */
import type { HeldOutEvaluation } from '../../core/evaluation/heldOut.ts'
import { decodeEvaluation } from '../../core/evaluation/shippedEvaluation.ts'
import { problem } from '../../core/messages/message.ts'
import { EvaluationSchema } from '../../schema/evaluation.ts'
import { readJson } from '../../schema/read.ts'
import { fetchFile, within } from './fetch.ts'
import type { ShippedKey } from './shippedKey.ts'

/** @throws Problem when it cannot be fetched, is damaged, or was made of another world or policy */
export async function loadEvaluation(
  { world, policy, header, columns }: ShippedKey,
  signal: AbortSignal,
): Promise<HeldOutEvaluation> {
  const path = `policies/${world}.evaluation.json`
  const json = await (await fetchFile(path, signal)).text()
  return within(path, () => {
    const file = readJson(EvaluationSchema, json).value
    if (file.world !== world || file.header !== header || file.columns !== columns) {
      throw problem('made-for-another-world', {})
    }
    if (file.policy !== policy) throw problem('made-for-another-policy', {})
    return decodeEvaluation(file)
  })
}
