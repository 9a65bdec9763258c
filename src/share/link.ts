/** The page's address as a view, and back: `#v=1&world=...&prompt=...&wc=...`. */
import { DEFAULT_VIEW, VIEW_TABLE, type ViewSettings } from '../core/experiment/view.ts'

const VERSION = '1'
/** Longer links are not read at all. */
const MAX_LENGTH = 1_000

export interface ReadLink {
  readonly view: ViewSettings
  /** What was wrong with the link, in words; empty when all of it was read. */
  readonly problems: readonly string[]
}

export function writeLink(view: ViewSettings): string {
  const fields = new URLSearchParams({
    v: VERSION,
    [VIEW_TABLE.world.key]: view.world,
    [VIEW_TABLE.prompt.key]: view.prompt,
    [VIEW_TABLE.wc.key]: String(Math.round(view.wc * 100) / 100),
    [VIEW_TABLE.encoder.key]: view.encoder,
  })
  if (view.prompt === '') fields.delete(VIEW_TABLE.prompt.key)
  if (view.encoder === DEFAULT_VIEW.encoder) fields.delete(VIEW_TABLE.encoder.key)
  return `#${fields}`
}

/**
 * The view a fragment stands for. A fragment of another version or too long is left aside whole; a field that cannot be
 * read takes its default. Both are reported.
 */
export function readLink(fragment: string): ReadLink {
  const text = fragment.replace(/^#/, '')
  if (text === '') return { view: DEFAULT_VIEW, problems: [] }
  if (text.length > MAX_LENGTH) return { view: DEFAULT_VIEW, problems: ['it is too long'] }
  const fields = new URLSearchParams(text)
  const version = fields.get('v')
  if (version !== VERSION) {
    return {
      view: DEFAULT_VIEW,
      problems: [version === null ? 'it has no version' : 'it is of another version'],
    }
  }
  const known = ['v', ...Object.values(VIEW_TABLE).map(row => row.key)]
  const unknown = [...fields.keys()].filter(key => !known.includes(key))
  const problems = unknown.length > 0 ? ['it has fields this page does not know'] : []
  const read = <Key extends keyof ViewSettings>(name: Key): ViewSettings[Key] => {
    const row = VIEW_TABLE[name]
    const given = fields.get(row.key)
    const value = given === null ? row.default : row.read(given)
    if (value === null) problems.push(`its “${row.key}” cannot be read`)
    return value ?? row.default
  }
  return {
    view: { world: read('world'), prompt: read('prompt'), wc: read('wc'), encoder: read('encoder') },
    problems,
  }
}
