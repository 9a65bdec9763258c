/** Runs that the device keeps, in a real IndexedDB. */
import { deleteDB, openDB } from 'idb'
import { afterEach, expect, test } from 'vitest'
import type { KeptSummary } from '../../src/core/session/keptRun.ts'
import { deleteSavedLog } from '../../src/engine/log/savedLogs.ts'
import { findKeptRun, keepRun, readKeptRun, removeKeptRun } from '../../src/engine/runs/keptRuns.ts'

const NAME = 'barp-playground/runs'
const SUMMARY: KeptSummary = { world: 'judged-4', mark: 'm', plan: 'p', step: 3500, steps: 6000 }

afterEach(async () => {
  await deleteDB(NAME)
  await deleteDB('barp-playground/logs')
})

test('a run is kept with its vectors as they are, in place of the one before, and removed', async () => {
  expect(await findKeptRun('judged-4')).toBeNull()
  expect(await readKeptRun('judged-4')).toBeUndefined()
  await keepRun({ ...SUMMARY, step: 1 }, { parameters: Float32Array.of(9) })
  await keepRun(SUMMARY, { parameters: Float32Array.of(0.1, -0, Number.NaN) })
  expect(await findKeptRun('judged-4')).toEqual(SUMMARY)
  expect(await readKeptRun('judged-4')).toEqual({ parameters: Float32Array.of(0.1, -0, Number.NaN) })
  expect(await findKeptRun('exam-13')).toBeNull()
  await removeKeptRun('judged-4')
  expect(await findKeptRun('judged-4')).toBeNull()
  expect(await readKeptRun('judged-4')).toBeUndefined()
})

test('a summary that another hand wrote is unreadable, and no more', async () => {
  await keepRun(SUMMARY, {})
  const database = await openDB(NAME)
  for (const record of [null, 7, {}, { ...SUMMARY, step: '3500' }, { ...SUMMARY, world: 'exam-13' }]) {
    await database.put('summaries', record, 'judged-4')
    expect(await findKeptRun('judged-4')).toBe('unreadable')
  }
  database.close()
})

test('nothing of a deleted log stays: its run goes with it', async () => {
  await keepRun({ ...SUMMARY, world: 'log-1' }, {})
  await deleteSavedLog('log-1')
  expect(await findKeptRun('log-1')).toBeNull()
})
