/**
 * The page's address as a view, and back: `#v=3&world=...&prompt=...&wc=...&t.entropyWeight=0&seed=3`. Which fields there
 * are, and what they may hold, the view's table says. Version 1 had no training settings and no seed; what a row of the
 * table says it is since version 3, version 2 had not.
 */
import { type Message, type Messages, message } from '../core/messages/message.ts'
import { LINK_NAMES, type PartialView, textOf, VIEW_TABLE, type ViewName } from '../core/view/view.ts'

const VERSION = 3

/** Longer links are not read at all: more than every part and every family of the largest log takes. */
const MAX_LENGTH = 2 ** 18

/** What a message names of the fields that are not known. */
const NAMED_FIELDS = 5
const NAMED_CHARS = 40

/** What a link that names nothing stands for. */
export const DEFAULT_LINK: PartialView = LINK_NAMES.reduce(withDefault, {})

function withDefault<Name extends ViewName>(view: PartialView, name: Name): PartialView {
  return put(view, name, VIEW_TABLE[name].default)
}

function put<Name extends ViewName>(view: PartialView, name: Name, value: PartialView[Name]): PartialView {
  return { ...view, [name]: value }
}

export interface ReadLink {
  /**
   * A value for everything that links carry, its default where this one does not name it: a link shows everybody the same
   * page, whatever they looked at before. What links do not carry is not in it, and stays as it is.
   */
  readonly view: PartialView
  /** What was wrong with the link, clauses that begin small; empty when all of it was read. */
  readonly problems: Messages
}

/** A link to a view. What the view does not name has its default there. */
export function writeLink(view: PartialView): string {
  const fields = new URLSearchParams({ v: String(VERSION) })
  for (const name of LINK_NAMES) {
    const { key, always } = VIEW_TABLE[name]
    const text = textOf(view, name)
    if (always || text !== textOf({}, name)) fields.set(key, text)
  }
  return `#${fields}`
}

/**
 * The view a fragment stands for. A fragment of another version or too long is left aside whole; a field that cannot be
 * read takes its default. Both are reported.
 */
export function readLink(fragment: string): ReadLink {
  const text = fragment.replace(/^#/, '')
  if (text === '') return { view: DEFAULT_LINK, problems: [] }
  if (text.length > MAX_LENGTH) return { view: DEFAULT_LINK, problems: [message('link-too-long', {})] }
  const fields = new URLSearchParams(text)
  const version = readVersion(fields.get('v'))
  if (typeof version !== 'number') return { view: DEFAULT_LINK, problems: [version] }
  const names = LINK_NAMES.filter(name => VIEW_TABLE[name].since <= version)
  const known = new Set(['v', ...names.map(name => VIEW_TABLE[name].key)])
  const problems: Message[] = []
  const unknown = [...new Set(fields.keys())].filter(key => !known.has(key))
  if (unknown.length > 0) {
    const shown = unknown.slice(0, NAMED_FIELDS).map(key => key.slice(0, NAMED_CHARS))
    problems.push(message('link-fields-unknown', { fields: shown, more: unknown.length - shown.length }))
  }
  let view = DEFAULT_LINK
  for (const name of names) {
    const given = fields.get(VIEW_TABLE[name].key)
    if (given !== null) view = withField(view, name, given, problems)
  }
  return { view, problems }
}

function withField<Name extends ViewName>(
  view: PartialView,
  name: Name,
  text: string,
  problems: Message[],
): PartialView {
  const { key, label, read } = VIEW_TABLE[name]
  const value = read(text)
  if (value !== null) return put(view, name, value)
  problems.push(message('link-field-unreadable', { field: key, label: [label] }))
  return view
}

/** The version, one that is read here; or what is wrong with it. */
function readVersion(text: string | null): number | Message {
  if (text === null) return message('link-without-version', {})
  const version = /^\d{1,9}$/.test(text) ? Number(text) : 0
  if (version > VERSION) return message('link-of-later-version', { version, readable: VERSION })
  return version >= 1 ? version : message('link-of-unknown-version', {})
}
