/** From what was collected row by row to a parsed log: families numbered, LLMs named and priced, limits kept. */
import { LOG_LIMITS } from '../../core/log/limits.ts'
import type { LogFamily, ParsedLog } from '../../core/log/parsed.ts'
import { type Message, message, Problem } from '../../core/messages/message.ts'
import type { Llm } from '../../core/world/world.ts'
import type { ListedModel } from './models.ts'

/** Complete prompts in the file's order; tables are n x K. */
export interface Collected {
  readonly llms: readonly string[]
  readonly texts: readonly string[]
  /** As written; '' where the log does not say. */
  readonly families: readonly string[]
  readonly score: Float64Array
  readonly costUsd: Float64Array
  readonly notes: readonly Message[]
}

const OTHER = 'other'
const ALL = 'all prompts'
const NAME_CHARS = 80

/** @throws Problem when too little is left */
export function assemble(source: string, collected: Collected, models: readonly ListedModel[]): ParsedLog {
  const { texts, score, costUsd } = collected
  if (texts.length < LOG_LIMITS.fewestPrompts) {
    const fewest = LOG_LIMITS.fewestPrompts
    throw new Problem(message('too-few-prompts', { prompts: texts.length, fewest }), ...collected.notes)
  }
  const notes = [...collected.notes]
  const repeated = texts.length - new Set(texts).size
  if (repeated > 0) notes.push(message('prompts-repeat', { prompts: repeated }))
  const { families, family } = numberFamilies(collected.families, notes)
  return { source, texts, score, costUsd, families, family, notes, llms: llmsOf(collected.llms, models) }
}

/** A family is what stands before the first slash: `bbh/snarks` belongs to `bbh`. The rarest beyond the limit are merged. */
function numberFamilies(
  written: readonly string[],
  notes: Message[],
): Pick<ParsedLog, 'families' | 'family'> {
  const names = written.map(name => name.split('/', 1)[0].trim().slice(0, NAME_CHARS) || ALL)
  if (written.some(name => name.includes('/'))) notes.push(message('family-before-slash', {}))
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const merged = ranked.length > LOG_LIMITS.families ? ranked.slice(LOG_LIMITS.families - 1) : []
  for (const [name, count] of merged) {
    counts.delete(name)
    counts.set(OTHER, (counts.get(OTHER) ?? 0) + count)
  }
  if (merged.length > 0) {
    const most = LOG_LIMITS.families
    notes.push(
      message('families-merged', { families: ranked.length, merged: merged.length, into: OTHER, most }),
    )
  }
  const kept = [...counts.keys()].sort()
  const place = new Map(kept.map((name, i) => [name, i]))
  const ids = slugs(kept)
  return {
    families: kept.map((name, i): LogFamily => ({ id: ids[i], name, prompts: counts.get(name) ?? 0 })),
    family: Uint8Array.from(names, name => place.get(name) ?? place.get(OTHER) ?? 0),
  }
}

/** Names as ids that fit a link: lower-case letters, figures and hyphens, none twice. */
function slugs(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.map(name => {
    const slug =
      name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 40) || 'family'
    let id = slug
    for (let n = 2; seen.has(id); n++) id = `${slug}-${n}`
    seen.add(id)
    return id
  })
}

/** LLMs by the name that the log gives them, with the prices of the models list; short names where they stay apart. */
function llmsOf(ids: readonly string[], models: readonly ListedModel[]): Llm[] {
  const short = ids.map(id => id.replace(/^.*\//, '') || id)
  return ids.map((id, i) => {
    const listed = findModel(models, id)
    return {
      id,
      name: short.filter(name => name === short[i]).length > 1 ? id : short[i],
      priceInUsdPerMillion: listed?.priceInUsdPerMillion ?? 0,
      priceOutUsdPerMillion: listed?.priceOutUsdPerMillion ?? 0,
    }
  })
}

/** The list's entry for an LLM: by its id, or by what follows the maker's name where that is one entry's alone. */
export function findModel(models: readonly ListedModel[], id: string): ListedModel | undefined {
  const exact = models.find(model => model.id === id)
  if (exact) return exact
  const tail = (name: string) => name.replace(/^.*\//, '').toLowerCase()
  const alike = models.filter(model => tail(model.id) === tail(id))
  return alike.length === 1 ? alike[0] : undefined
}
