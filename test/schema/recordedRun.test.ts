import { expect, test } from 'vitest'
import { encodeRecordedRun } from '../../src/core/evaluation/recordedRun.ts'
import { messagesOf } from '../../src/core/messages/message.ts'
import { read } from '../../src/schema/read.ts'
import { RecordedRunSchema } from '../../src/schema/recordedRun.ts'
import { recordedRunOf } from '../fixtures/recordedRuns.ts'

const run = recordedRunOf('tiny')
const file = encodeRecordedRun(run)

test('a recorded run comes back from its file', () => {
  expect(read(RecordedRunSchema, JSON.parse(JSON.stringify(file))).value).toEqual(run)
})

test('figures are written to four digits, updates in full', () => {
  const [point] = run.points
  const { columns } = encodeRecordedRun({ ...run, points: [{ ...point, step: 12_345, reward: 0.123456 }] })
  expect([columns.step, columns.reward]).toEqual([[12_345], [0.1235]])
})

test.each([
  ['another format', { format: 'barp-recorded-run-2' }],
  ['columns of different lengths', { columns: { ...file.columns, reward: [0.3] } }],
  ['LLMs of different lengths', { columns: { ...file.columns, shares: [[1], [0, 0], [0, 0]] } }],
  ['a reward that is out of bounds', { columns: { ...file.columns, reward: [0.3, 9] } }],
  ['a checksum that is none', { policy: 'x' }],
])('a file with %s is refused', (_, change) => {
  let refusal: unknown = null
  try {
    read(RecordedRunSchema, { ...file, ...change })
  } catch (error) {
    refusal = error
  }
  expect(messagesOf(refusal)[0].code).toMatch(/^field-/)
})
