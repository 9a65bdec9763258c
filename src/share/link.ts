/**
 * The page's address as a view, and back: `#v=2&world=...&prompt=...&wc=...&t.entropyWeight=0&seed=3`.
 * Version 1 had no training settings and no seed.
 */
import { DEFAULT_TRAINING, type TrainingSettings } from '../core/experiment/training.ts'
import { DEFAULT_VIEW, VIEW_TABLE, type ViewSettings } from '../core/experiment/view.ts'
import { readTraining, TRAINING_PREFIX, writeTraining } from './trainingLink.ts'

const VERSION = '2'
const READABLE = ['1', VERSION]
/** Longer links are not read at all. */
const MAX_LENGTH = 2_000

/** What a link carries: the view of the page, and how a policy would be trained there. */
export interface LinkView extends ViewSettings {
  readonly training: TrainingSettings
  readonly seed: number
}

export const DEFAULT_SEED = 1
const SEED = 'seed'

export const DEFAULT_LINK: LinkView = { ...DEFAULT_VIEW, training: DEFAULT_TRAINING, seed: DEFAULT_SEED }

export interface ReadLink {
  readonly view: LinkView
  /** What was wrong with the link, in words; empty when all of it was read. */
  readonly problems: readonly string[]
}

export function writeLink(view: LinkView): string {
  const fields = new URLSearchParams({
    v: VERSION,
    [VIEW_TABLE.world.key]: view.world,
    [VIEW_TABLE.prompt.key]: view.prompt,
    [VIEW_TABLE.wc.key]: String(Math.round(view.wc * 100) / 100),
    [VIEW_TABLE.encoder.key]: view.encoder,
  })
  if (view.prompt === '') fields.delete(VIEW_TABLE.prompt.key)
  if (view.encoder === DEFAULT_VIEW.encoder) fields.delete(VIEW_TABLE.encoder.key)
  for (const [field, text] of writeTraining(view.training)) fields.set(field, text)
  if (view.seed !== DEFAULT_SEED) fields.set(SEED, String(view.seed))
  return `#${fields}`
}

/**
 * The view a fragment stands for. A fragment of another version or too long is left aside whole; a field that cannot be
 * read takes its default. Both are reported.
 */
export function readLink(fragment: string): ReadLink {
  const text = fragment.replace(/^#/, '')
  if (text === '') return { view: DEFAULT_LINK, problems: [] }
  if (text.length > MAX_LENGTH) return { view: DEFAULT_LINK, problems: ['it is too long'] }
  const fields = new URLSearchParams(text)
  const version = fields.get('v')
  if (version === null || !READABLE.includes(version)) {
    return {
      view: DEFAULT_LINK,
      problems: [version === null ? 'it has no version' : 'it is of another version'],
    }
  }
  const isTraining = (key: string) => version === VERSION && key.startsWith(TRAINING_PREFIX)
  const known = [
    'v',
    ...Object.values(VIEW_TABLE).map(row => row.key),
    ...(version === VERSION ? [SEED] : []),
  ]
  const unknown = [...fields.keys()].filter(key => !known.includes(key) && !isTraining(key))
  const problems = unknown.length > 0 ? ['it has fields this page does not know'] : []
  const read = <Key extends keyof ViewSettings>(name: Key): ViewSettings[Key] => {
    const row = VIEW_TABLE[name]
    const given = fields.get(row.key)
    const value = given === null ? row.default : row.read(given)
    if (value === null) problems.push(`its “${row.key}” cannot be read`)
    return value ?? row.default
  }
  const view = { world: read('world'), prompt: read('prompt'), wc: read('wc'), encoder: read('encoder') }
  if (version !== VERSION) return { view: { ...DEFAULT_LINK, ...view }, problems }
  const training = readTraining(
    [...fields].filter(([key]) => isTraining(key)),
    problems,
  )
  return { view: { ...view, training, seed: readSeed(fields.get(SEED), problems) }, problems }
}

function readSeed(given: string | null, problems: string[]): number {
  if (given === null) return DEFAULT_SEED
  const seed = /^\d{1,15}$/.test(given) ? Number(given) : null
  if (seed === null) problems.push(`its “${SEED}” cannot be read`)
  return seed ?? DEFAULT_SEED
}
