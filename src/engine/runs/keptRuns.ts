/** Runs kept on the device, one a world: a summary to offer it by, and all that it goes on from. */
import type { DBSchema } from 'idb'
import * as v from 'valibot'
import type { KeptSummary } from '../../core/session/keptRun.ts'
import { type Definition, withDatabase } from '../storage/database.ts'

/** What is read is checked by whoever reads it. Both by the world's id. */
interface RunSchema extends DBSchema {
  /** KeptSummary. */
  summaries: { key: string; value: unknown }
  runs: { key: string; value: unknown }
}

const RUNS: Definition<RunSchema> = {
  name: 'barp-playground/runs',
  version: 1,
  upgrade(database, oldVersion) {
    if (oldVersion < 1) {
      for (const name of ['summaries', 'runs'] as const) database.createObjectStore(name)
    }
  },
}

const Update = v.pipe(v.number(), v.integer(), v.minValue(1))
const Summary: v.GenericSchema<unknown, KeptSummary> = v.object({
  world: v.string(),
  mark: v.string(),
  plan: v.string(),
  step: Update,
  steps: Update,
})

/** @throws Problem with a `storage-` code */
export async function findKeptRun(world: string): Promise<KeptSummary | 'unreadable' | null> {
  const record: unknown = await withDatabase(RUNS, database => database.get('summaries', world))
  if (record === undefined) return null
  const { success, output } = v.safeParse(Summary, record)
  return success && output.world === world ? output : 'unreadable'
}

/** In place of the one kept before. @param run plain data and typed arrays @throws Problem with a `storage-` code */
export async function keepRun(summary: KeptSummary, run: object): Promise<void> {
  await withDatabase(RUNS, async database => {
    const transaction = database.transaction(['summaries', 'runs'], 'readwrite')
    await Promise.all([
      transaction.objectStore('summaries').put(summary, summary.world),
      transaction.objectStore('runs').put(run, summary.world),
      transaction.done,
    ])
  })
}

/** As it was kept, unchecked; undefined where there is none. @throws Problem with a `storage-` code */
export function readKeptRun(world: string): Promise<unknown> {
  return withDatabase(RUNS, database => database.get('runs', world))
}

/** @throws Problem with a `storage-` code */
export async function removeKeptRun(world: string): Promise<void> {
  await withDatabase(RUNS, async database => {
    const transaction = database.transaction(['summaries', 'runs'], 'readwrite')
    await Promise.all([
      transaction.objectStore('summaries').delete(world),
      transaction.objectStore('runs').delete(world),
      transaction.done,
    ])
  })
}
