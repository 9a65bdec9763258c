import { afterEach, expect, test, vi } from 'vitest'
import { encodeEvaluation } from '../../../src/core/evaluation/shippedEvaluation.ts'
import { messagesOf } from '../../../src/core/messages/message.ts'
import { loadEvaluation } from '../../../src/engine/assets/evaluation.ts'
import { evaluateReferences } from '../../../src/engine/study/references.ts'
import { createWording } from '../../../src/ui/words/words.ts'
import { keyOf } from '../../fixtures/recordedRuns.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'

const { sayAll } = createWording('en')
const { signal } = new AbortController()
const world = tinyWorld()
const key = keyOf(world.id)
const { arms: _, ...files } = key

afterEach(() => {
  vi.unstubAllGlobals()
})

async function serveEvaluation() {
  const json = JSON.stringify(encodeEvaluation(await evaluateReferences(world, null), files))
  vi.stubGlobal('fetch', async (path: string) =>
    path === `policies/${world.id}.evaluation.json`
      ? new Response(json)
      : new Response(null, { status: 404 }),
  )
}

test('the evaluation lies beside the policy that it is of', async () => {
  await serveEvaluation()
  const { evaluations, trainingPrompts } = await loadEvaluation(key, signal)
  expect(evaluations.length).toBeGreaterThan(0)
  expect(trainingPrompts).toBeGreaterThan(0)
})

test.each([
  ['another policy', { ...key, policy: 'f'.repeat(64) }, /It belongs to another policy/],
  [
    'an earlier world',
    { ...key, columns: 'f'.repeat(64) },
    /It belongs to another world, or to an earlier state/,
  ],
  ['a world with other names', { ...key, header: 'f'.repeat(64) }, /It belongs to another world/],
])('an evaluation of %s is refused', async (_, other, words) => {
  await serveEvaluation()
  const failure = await loadEvaluation(other, signal).then(
    () => '',
    error => sayAll(messagesOf(error)),
  )
  expect(failure).toMatch(words)
  expect(failure).toContain(`policies/${world.id}.evaluation.json cannot be used`)
})
