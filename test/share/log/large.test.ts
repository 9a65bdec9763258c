/** The largest log that is read, and the two real ones. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { LOG_LIMITS } from '../../../src/core/log/limits.ts'
import { readLogFiles } from '../../../src/share/log/read.ts'
import { utf8 } from '../../fixtures/logTables.ts'

test('50,000 prompts x 64 LLMs are read, as typed columns', async () => {
  const llms = Array.from({ length: LOG_LIMITS.llms }, (_, arm) => `m${arm}`)
  const header = `prompt,task,${llms.map(llm => `${llm},${llm}|cost`).join(',')}\n`
  const cells = llms.map((_, arm) => `${(arm % 10) / 10},${(arm + 1) / 1000}`).join(',')
  const rows = Array.from({ length: LOG_LIMITS.prompts }, (_, i) => `Prompt ${i},t${i % 7},${cells}\n`)
  const bytes = utf8(header + rows.join(''))
  expect(bytes.length).toBeLessThan(LOG_LIMITS.bytes)
  const before = process.memoryUsage().arrayBuffers
  const log = await readLogFiles([{ name: 'large.csv', bytes }])
  expect([log.texts.length, log.llms.length, log.families.length]).toEqual([50_000, 64, 7])
  expect(log.score).toHaveLength(50_000 * 64)
  expect(log.costUsd[log.costUsd.length - 1]).toBe(0.064)
  expect(log.notes).toEqual([])
  // Two tables of 8-byte numbers, and as much again while they are trimmed.
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200e6)
}, 120_000)

/** The logs that stand beside the project, where they do. */
const LOGS = resolve(process.env.BARP_LOGS ?? '../shared/data')

test.skipIf(!existsSync(resolve(LOGS, 'judged-k4/rows.jsonl'))).each([
  ['judged-k4', 1766, 4, 9],
  ['exam-k13', 2520, 13, 14],
])(
  'the real log %s is read whole: %i prompts, %i LLMs, %i families',
  async (folder, prompts, llms, families) => {
    const files = ['rows.jsonl', 'models.json'].map(name => ({
      name,
      bytes: new Uint8Array(readFileSync(resolve(LOGS, folder, name))),
    }))
    const log = await readLogFiles(files)
    expect([log.texts.length, log.llms.length, log.families.length]).toEqual([prompts, llms, families])
    expect(log.llms.every(llm => llm.priceOutUsdPerMillion > 0)).toBe(true)
    expect(log.notes.filter(note => 'rows' in note.params)).toEqual([])
  },
)
