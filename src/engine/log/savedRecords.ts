/** What the device's database may hold of a kept world, checked when it is read: other versions and other hands wrote there too. */
import * as v from 'valibot'
import type { WorldHeader } from '../../core/world/columns.ts'
import type { CatalogueEntry } from '../../core/world/manifest.ts'
import { SavedCardText } from './savedCard.ts'

/** What is known of a kept world without its columns. */
export interface SavedLog extends CatalogueEntry {
  readonly header: WorldHeader
  /** Of the columns. */
  readonly bytes: number
  /** Milliseconds since 1970. */
  readonly savedAt: number
}

const Finite = v.pipe(v.number(), v.finite())
const Amount = v.pipe(Finite, v.minValue(0))
const Count = v.pipe(Amount, v.integer())
const Provenance = v.picklist(['measured', 'simulated'])

const Header = v.object({
  format: v.literal('barp-world-1'),
  id: v.string(),
  title: v.string(),
  card: v.object({
    provenance: Provenance,
    summary: SavedCardText,
    source: SavedCardText,
    licence: SavedCardText,
    limits: v.array(SavedCardText),
  }),
  llms: v.pipe(
    v.array(
      v.object({
        id: v.string(),
        name: v.string(),
        priceInUsdPerMillion: Finite,
        priceOutUsdPerMillion: Finite,
      }),
    ),
    v.minLength(1),
  ),
  families: v.pipe(
    v.array(v.object({ id: v.string(), name: v.string(), outOfDistribution: v.boolean() })),
    v.minLength(1),
  ),
  size: v.pipe(Count, v.minValue(1)),
  tauUsd: Amount,
  texts: v.record(v.string(), v.string()),
  simulation: v.null(),
})

const Entry = v.object({
  id: v.string(),
  title: v.string(),
  provenance: Provenance,
  prompts: Count,
  roster: v.array(v.string()),
  header: Header,
  bytes: Count,
  savedAt: Amount,
})

/** The record, or null where it is damaged. */
export function readEntry(record: unknown): SavedLog | null {
  const { success, output } = v.safeParse(Entry, record)
  return success ? output : null
}

/** What a damaged record was called, as far as it says; else the key that it stands under. */
export function titleOf(record: unknown, key: string): string {
  const { success, output } = v.safeParse(v.object({ title: v.pipe(v.string(), v.nonEmpty()) }), record)
  return success ? output.title : key
}
