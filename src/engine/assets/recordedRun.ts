/** Fetches the recorded run of a shipped policy. Nothing on the first screen waits for it. */
import type { RecordedRun } from '../../core/evaluation/recordedRun.ts'
import { problem } from '../../core/messages/message.ts'
import { readJson } from '../../schema/read.ts'
import { RecordedRunSchema } from '../../schema/recordedRun.ts'
import { fetchFile, within } from './fetch.ts'
import type { ShippedKey } from './shippedKey.ts'

/** @throws Problem when it cannot be fetched, is damaged, or belongs to another policy */
export async function loadRecordedRun(key: ShippedKey, signal: AbortSignal): Promise<RecordedRun> {
  const path = `policies/${key.world}.run.json`
  const json = await (await fetchFile(path, signal)).text()
  return within(path, () => {
    const run = readJson(RecordedRunSchema, json).value
    const fits = run.points.every(({ shares }) => shares.length === key.arms)
    if (run.world !== key.world || run.policy !== key.policy || !fits) {
      throw problem('made-for-another-policy', {})
    }
    return run
  })
}
