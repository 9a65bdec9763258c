/**
 * Large values that cross into a worker once. The page sends a value with its first call and a key alone with the later
 * ones; the worker keeps the last few, and the page knows which.
 */
import { problem } from '../../core/messages/message.ts'

/** Values that a worker keeps: enough to go back and forth. */
const KEPT = 2

/** What crosses in place of a value. */
export interface Keyed<T> {
  readonly key: string
  /** Null where the worker has it. */
  readonly value: T | null
}

/** The page's side. */
export class KeyedSender<T extends { readonly id: string }> {
  /** What the worker keeps, newest last. */
  #sent: readonly { readonly key: string; readonly value: T }[] = []
  #count = 0

  /** Is called for each call that takes the value, in the order of the calls. Another object of the same id crosses again. */
  send(value: T): Keyed<T> {
    const known = this.#sent.find(sent => sent.value === value)
    const own = known ?? { key: `${value.id} ${++this.#count}`, value }
    this.#sent = [...this.#sent.filter(sent => sent !== known), own].slice(-KEPT)
    return { key: own.key, value: known ? null : value }
  }

  /** To be told of every new worker, and when a call may not have arrived. */
  forget(): void {
    this.#sent = []
  }
}

/** The worker's side. */
export class KeyedReceiver<T> {
  readonly #kept = new Map<string, T>()

  /** @throws Problem when the value was never sent: its call was lost */
  take({ key, value }: Keyed<T>): T {
    const found = value ?? this.#kept.get(key)
    if (found === undefined) throw problem('worker-stopped', { why: '' })
    this.#kept.delete(key)
    this.#kept.set(key, found)
    for (const old of [...this.#kept.keys()].slice(0, -KEPT)) this.#kept.delete(old)
    return found
  }
}
