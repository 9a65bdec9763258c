import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createEncoding } from '../../src/app/encoding.ts'
import { message } from '../../src/core/messages/message.ts'
import { initialisePolicy } from '../../src/core/policy/policy.ts'
import { defaultShape } from '../../src/core/policy/shape.ts'
import type { EncoderClient } from '../../src/engine/encoder/client.ts'
import { createEncoderStore } from '../../src/store/encoder.ts'
import { createPlayground } from '../../src/store/playground.ts'
import { exampleInput } from '../fixtures/inputs.ts'
import { tinyWorld } from '../fixtures/worlds.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const world = tinyWorld()
const policy = initialisePolicy(defaultShape(world.llms.length), 9)
const INFO = {
  backend: 'wasm',
  format: 'q8',
  why: message('encoder-wasm-chosen', {}),
  msPerPrompt: 1,
  cacheNote: null,
} as const

/** The person's words with an encoder that answers when the test says so. */
function start(load: EncoderClient['load'] = async () => INFO) {
  const [playground, encoder] = [createPlayground(), createEncoderStore()]
  const asked: { text: string; signal: AbortSignal | undefined; answer(): void }[] = []
  const client: EncoderClient = {
    downloadSize: async () => ({ bytes: 7, parts: [] }),
    load,
    encode: (text, signal) =>
      new Promise(resolve => {
        const embedding = exampleInput(world, 1).embedding
        asked.push({
          text,
          signal,
          answer: () => resolve({ embedding, tokens: 3, unknown: 0, truncated: false }),
        })
      }),
    encodeQueue: async () => {},
    dispose() {},
  }
  const show = (id: string) => {
    const shown = { ...world, id }
    const loaded = { world: shown, policy, source: { kind: 'shipped' }, part: 'whole' } as const
    playground.getState().showWorld(loaded, exampleInput(world, 0))
  }
  show('tiny')
  const encoding = createEncoding({ playground, encoder, wholeWorld: async () => world, client })
  const shownKind = () => playground.getState().routing?.prompt.kind
  return { encoding, encoder, asked, show, shownKind }
}

/** Lets timers and what waits on settled promises run. */
const settle = () => vi.advanceTimersByTimeAsync(1000)

test('words that were typed are routed, with what the encoder and the world say of them', async () => {
  const { encoding, encoder, asked, shownKind } = start()
  encoding.type('What is it?')
  await settle()
  expect(encoder.getState().status).toMatchObject({ kind: 'ready', backend: 'wasm' })
  expect(asked.map(({ text }) => text)).toEqual(['What is it?'])
  asked[0].answer()
  await settle()
  expect(shownKind()).toBe('own')
})

test('emptying the box during an encode tells the encoder, and nothing is routed', async () => {
  const { encoding, asked, shownKind } = start()
  encoding.type('What is it?')
  await settle()
  encoding.type('')
  expect(asked[0].signal?.aborted).toBe(true)
  asked[0].answer()
  await settle()
  expect(shownKind()).toBe('example')
})

test('words are not routed in a world that took the place of theirs', async () => {
  const { encoding, asked, show, shownKind } = start()
  encoding.type('What is it?')
  await settle()
  show('another')
  asked[0].answer()
  await settle()
  expect(shownKind()).toBe('example')
})

test('cancelling stops the download and says its size again', async () => {
  let stopped = false
  const { encoding, encoder } = start(
    ({ signal }) =>
      new Promise((_, reject) => {
        signal?.addEventListener('abort', () => {
          stopped = true
          reject(signal.reason)
        })
      }),
  )
  encoding.type('W')
  await settle()
  encoding.cancel()
  await settle()
  expect(stopped).toBe(true)
  expect(encoder.getState().status).toEqual({ kind: 'absent', bytes: 7 })
})
