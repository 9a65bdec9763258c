/**
 * How values cross into a worker and back, on both sides alike. Plain data is copied; besides it
 *
 * - what is thrown comes out as a Problem: a Problem's own messages, anything else as `foreign`; an abortion as AbortError
 * - a function crosses as itself: called over there it runs here, and the promise that it gives there settles as it does here
 * - an AbortSignal aborts over there when it does here
 * - `transfer(value, [...])` moves buffers and ports that belong to `value` instead of copying them
 */
import { expose, type TransferHandler, transferHandlers, wrap } from 'comlink'
import { type Message, messagesOf, Problem } from '../../core/messages/message.ts'

export { expose, type Remote, transfer, wrap } from 'comlink'

interface ThrownValue {
  readonly aborted: boolean
  readonly said: readonly Message[]
  /** Where it was thrown, for consoles. */
  readonly stack: string | undefined
}

/** Comlink packs what was thrown as `value`, under a mark of its own. */
const isThrown = transferHandlers.get('throw')?.canHandle ?? (() => false)

const thrown: TransferHandler<unknown, ThrownValue> = {
  canHandle: (value): value is unknown => isThrown(value),
  serialize(packed) {
    const error = typeof packed === 'object' && packed !== null && 'value' in packed ? packed.value : packed
    const aborted = error instanceof Error && error.name === 'AbortError'
    const stack = error instanceof Error ? error.stack : undefined
    return [{ aborted, said: messagesOf(error), stack }, []]
  },
  deserialize({ aborted, said, stack }) {
    if (aborted) throw new DOMException('The call was aborted.', 'AbortError')
    const error = new Problem(...said)
    if (stack !== undefined) error.stack = stack
    throw error
  },
}

type Callback = (...values: never[]) => unknown

const callback: TransferHandler<Callback, MessagePort> = {
  canHandle: (value): value is Callback => typeof value === 'function',
  serialize(call) {
    const { port1, port2 } = new MessageChannel()
    expose(call, port1)
    return [port2, [port2]]
  },
  deserialize: port => wrap<Callback>(port),
}

const abortion: TransferHandler<AbortSignal, MessagePort> = {
  canHandle: (value): value is AbortSignal => value instanceof AbortSignal,
  serialize(signal) {
    const { port1, port2 } = new MessageChannel()
    const abort = () => port1.postMessage(null)
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true })
    return [port2, [port2]]
  },
  deserialize(port) {
    const ended = new AbortController()
    port.onmessage = () => {
      port.close()
      ended.abort()
    }
    return ended.signal
  },
}

transferHandlers.set('throw', thrown)
transferHandlers.set('callback', callback)
transferHandlers.set('abort-signal', abortion)
