import { afterEach, expect, test, vi } from 'vitest'
import { encodeRecordedRun } from '../../../src/core/evaluation/recordedRun.ts'
import { messagesOf } from '../../../src/core/messages/message.ts'
import { loadRecordedRun } from '../../../src/engine/assets/recordedRun.ts'
import { createWording } from '../../../src/ui/words/words.ts'
import { keyOf, recordedRunOf } from '../../fixtures/recordedRuns.ts'

const { sayAll } = createWording('en')
const { signal } = new AbortController()
const run = recordedRunOf('tiny')
const key = keyOf('tiny')

afterEach(() => {
  vi.unstubAllGlobals()
})

/** Has the network answer with the run's file; every other path is a 404. */
function serve(json: string) {
  vi.stubGlobal('fetch', async (path: string) =>
    path === 'policies/tiny.run.json' ? new Response(json) : new Response(null, { status: 404 }),
  )
}

function failure(load: Promise<unknown>): Promise<string> {
  return load.then(
    () => '',
    error => sayAll(messagesOf(error)),
  )
}

test('the recorded run lies beside the policy that it made', async () => {
  serve(JSON.stringify(encodeRecordedRun(run)))
  expect(await loadRecordedRun(key, signal)).toEqual(run)
})

test.each([
  ['another policy', { ...key, policy: 'b'.repeat(64) }],
  ['other LLMs', { ...key, arms: 4 }],
])('a run of %s is refused', async (_, other) => {
  serve(JSON.stringify(encodeRecordedRun(run)))
  expect(await failure(loadRecordedRun(other, signal))).toMatch(
    /tiny\.run\.json cannot be used: It belongs to another policy/,
  )
})

test('a damaged file and one that is not there are named', async () => {
  serve('{"format":')
  expect(await failure(loadRecordedRun(key, signal))).toMatch(
    /tiny\.run\.json cannot be used: It is not JSON/,
  )
  expect(await failure(loadRecordedRun({ ...key, world: 'other' }, signal))).toMatch(
    /other\.run\.json could not be fetched: HTTP 404/,
  )
})
