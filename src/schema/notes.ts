/** What reading a file passed over or filled in: found by comparing what was given with what was made of it. */
import { type Message, message } from '../core/messages/message.ts'

/** So many are told at most, and so much of a name. */
const MOST = 100
const CHARS = 80

/** A clause for every field that was given and is gone, or that was not given and is there. */
export function notesOn(given: unknown, made: unknown): readonly Message[] {
  const notes: Message[] = []
  compare(given, made, '', notes)
  return notes.slice(0, MOST)
}

function compare(given: unknown, made: unknown, path: string, notes: Message[]): void {
  if (notes.length >= MOST) return
  if (Array.isArray(given) && Array.isArray(made)) {
    for (let i = 0; i < given.length; i++) compare(given[i], made[i], `${path}[${i}]`, notes)
    return
  }
  if (!isPlain(given) || !isPlain(made)) return
  const at = (name: string) => (path === '' ? name : `${path}.${name}`)
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(made, name)) compare(given[name], made[name], at(name), notes)
    else notes.push(message('field-unknown', { path: at(name).slice(0, CHARS) }))
  }
  for (const name of Object.keys(made)) {
    if (!Object.hasOwn(given, name)) notes.push(message('field-defaulted', { path: at(name) }))
  }
}

/** An object as JSON has them; no list, no vector of numbers. */
function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
