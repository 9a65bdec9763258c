/** What the page's own assets say: the manifest, and the header of a shipped world. */
import * as v from 'valibot'
import { WORLD_FORMAT, type WorldHeader } from '../core/world/columns.ts'
import type { FileEntry, Manifest, WorldFiles } from '../core/world/manifest.ts'
import {
  Amount,
  Finite,
  form,
  Id,
  LlmName,
  list,
  MAX_ARMS,
  number,
  Roster,
  Score,
  text,
  whole,
} from './figures.ts'

const MAX_WORLDS = 100
const MAX_FAMILIES = 256
const MAX_PROMPTS = 1e6
const MAX_BYTES = 1e9
const Words = text(2_000)

const File: v.GenericSchema<unknown, FileEntry> = v.object({
  path: form(/^[\w-][\w.-]{0,127}$/),
  bytes: whole(0, MAX_BYTES),
  sha256: form(/^[0-9a-f]{64}$/),
})
const Files: v.GenericSchema<unknown, WorldFiles> = v.object({ header: File, columns: File })
const First = v.object({ prompt: text(200), header: File, columns: File })
const Provenance = v.picklist(['measured', 'simulated'])

export const ManifestFile: v.GenericSchema<unknown, Manifest> = v.object({
  worlds: v.pipe(
    list(
      v.object({
        id: Id,
        title: Words,
        provenance: Provenance,
        prompts: whole(1, MAX_PROMPTS),
        roster: Roster,
        first: v.nullable(First),
        gallery: Files,
        whole: Files,
      }),
      MAX_WORLDS,
    ),
    v.minLength(1),
  ),
})

const Numbers = list(Finite, MAX_FAMILIES)
const Texts = v.pipe(v.record(text(200), text(1_000_000)), v.maxEntries(MAX_PROMPTS))

export const ShippedWorldHeader: v.GenericSchema<unknown, WorldHeader> = v.object({
  format: v.literal(WORLD_FORMAT),
  id: Id,
  title: Words,
  card: v.object({
    provenance: Provenance,
    summary: Words,
    source: Words,
    licence: Words,
    limits: list(Words, 100),
  }),
  llms: v.pipe(
    list(
      v.object({ id: LlmName, name: LlmName, priceInUsdPerMillion: Amount, priceOutUsdPerMillion: Amount }),
      MAX_ARMS,
    ),
    v.minLength(1),
  ),
  families: v.pipe(
    list(v.object({ id: Id, name: Words, outOfDistribution: v.boolean() }), MAX_FAMILIES),
    v.minLength(1),
  ),
  size: whole(1, MAX_PROMPTS),
  tauUsd: number(Number.MIN_VALUE, Number.MAX_VALUE),
  texts: Texts,
  simulation: v.nullable(
    v.object({
      mark: list(Score, MAX_FAMILIES),
      preambleTokens: Numbers,
      outputTokens: list(list(Finite, MAX_ARMS), MAX_FAMILIES),
      outputSpread: Numbers,
    }),
  ),
})
