/** Fetches the recorded run of a shipped policy. Nothing on the first screen waits for it. */
import type { RecordedRun } from '../../core/evaluation/recordedRun.ts'
import { problem } from '../../core/messages/message.ts'
import { readJson } from '../../schema/read.ts'
import { RecordedRunSchema } from '../../schema/recordedRun.ts'
import { fetchFile, within } from './fetch.ts'

/** What a shipped policy is known by. */
export interface ShippedPolicyKey {
  /** Id of the world it is for. */
  readonly world: string
  /** SHA-256 of its parameters as they ship. */
  readonly sha256: string
  /** LLMs that it routes between. */
  readonly arms: number
}

/** @throws Problem when it cannot be fetched, is damaged, or belongs to another policy */
export async function loadRecordedRun(policy: ShippedPolicyKey, signal: AbortSignal): Promise<RecordedRun> {
  const path = `policies/${policy.world}.run.json`
  const json = await (await fetchFile(path, signal)).text()
  return within(path, () => {
    const run = readJson(RecordedRunSchema, json).value
    const fits = run.points.every(({ shares }) => shares.length === policy.arms)
    if (run.world !== policy.world || run.policy !== policy.sha256 || !fits) {
      throw problem('made-for-another-policy', {})
    }
    return run
  })
}
