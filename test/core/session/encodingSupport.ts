/** What may happen to the session of the person's own words, for tests of any order. */
import fc from 'fast-check'
import { message } from '../../../src/core/messages/message.ts'
import type { EncodingEvent } from '../../../src/core/session/encoding.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'

export const world = tinyWorld()
const WHY_HERE = message('encoder-wasm-chosen', {})
export const INFO = { backend: 'wasm', format: 'q8', why: WHY_HERE, msPerPrompt: 4, cacheNote: null }
export const WHY = [message('foreign', { detail: 'offline' })]
const encoded = { embedding: new Float32Array(384), tokens: 3, unknown: 0, truncated: false }

export const whatWasEncoded = (id: number) =>
  ({ type: 'encoded', id, world, encoded, familiarity: null }) as const

/** What a person does, or one of the orders so far being answered: once more, late, or never. */
export const something = fc.oneof(
  fc.record({ type: fc.constant('typed' as const), text: fc.constantFrom('', ' ', 'a', 'b') }),
  fc.constantFrom<EncodingEvent>(
    { type: 'load' },
    { type: 'cancel' },
    { type: 'forget' },
    { type: 'size-wanted' },
    { type: 'prefer', preference: 'auto' },
    { type: 'prefer', preference: 'webgpu' },
  ),
  fc.record({ type: fc.constant('answer' as const), which: fc.nat(1000), well: fc.boolean() }),
)

export function answerTo({ type, id }: { type: string; id: number }, well: boolean): EncodingEvent {
  switch (type) {
    case 'load':
      return well ? { type: 'loaded', id, info: INFO } : { type: 'load-failed', id, why: WHY }
    case 'find-size':
      return { type: 'size-known', id, bytes: well ? 3 : null }
    case 'rest':
      return { type: 'rested', id }
    default:
      return well ? whatWasEncoded(id) : { type: 'encode-failed', id, why: WHY }
  }
}

type Something = typeof something extends fc.Arbitrary<infer Event> ? Event : never

/** Sends what happens, or answers one of the orders that are open, if any is. */
export function carryOn(
  session: {
    readonly open: { readonly type: string; readonly id: number }[]
    send(event: EncodingEvent): void
  },
  event: Something,
): void {
  if (event.type !== 'answer') session.send(event)
  else if (session.open.length > 0) {
    const [order] = session.open.splice(event.which % session.open.length, 1)
    session.send(answerTo(order, event.well))
  }
}
