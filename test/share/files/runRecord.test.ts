import { expect, test } from 'vitest'
import { DEFAULT_TRAINING } from '../../../src/core/experiment/training.ts'
import { Problem } from '../../../src/core/messages/message.ts'
import { initialisePolicy } from '../../../src/core/policy/policy.ts'
import { shapeOf } from '../../../src/core/policy/shape.ts'
import { type Run, readRunRecord, recordOfRun } from '../../../src/share/files/runFile.ts'
import { snapshotAt } from '../../core/session/training/support.ts'

const settings = { ...DEFAULT_TRAINING, head: 'linear', preferenceEncoder: 'none' } as const
const { shape, parameters } = initialisePolicy(shapeOf(settings, 3), 9)
const policy = { shape, parameters }
const references = { random: 0.1, bestFixed: 0.3, oracle: 0.5 }
const run: Run = {
  world: 'tiny',
  roster: ['maker/small', 'maker/middle', 'maker/large'],
  prompt: '',
  wc: 0.3,
  settings,
  seed: 3,
  start: 'scratch',
  report: { step: 40, keptStep: 30, points: [], references, tauUsd: 0.01 },
  snapshot: snapshotAt(40),
  policy,
  pinned: null,
  studies: { race: null, compare: null },
}

test('a run comes back from the device’s record bit for bit', () => {
  expect(readRunRecord(structuredClone(recordOfRun(run)))).toEqual({ run, notes: [] })
})

const short = { ...policy, parameters: policy.parameters.slice(1) }
test.each([
  ['nothing', undefined],
  ['no object', 7],
  ['of another version', { ...recordOfRun(run), format: 'barp-run-9' }],
  ['cut short', recordOfRun({ ...run, policy: short })],
  ['for other LLMs', recordOfRun({ ...run, roster: ['maker/small'] })],
])('a record that is %s is refused in words', (_, record) => {
  expect(() => readRunRecord(record)).toThrow(Problem)
})
