import { expect, test } from 'vitest'
import { DEFAULT_TRAINING, TRAINING_TABLE } from '../../src/core/experiment/training.ts'
import { readJson } from '../../src/schema/read.ts'
import { Settings } from '../../src/schema/settings.ts'

const read = (change: object) => readJson(Settings, JSON.stringify({ ...DEFAULT_TRAINING, ...change })).value

test('the defaults come back as they are, without a note', () => {
  expect(readJson(Settings, JSON.stringify(DEFAULT_TRAINING))).toEqual({
    value: DEFAULT_TRAINING,
    notes: [],
  })
})

test.each(Object.entries(TRAINING_TABLE))('%s is checked against its row', (name, row) => {
  if (row.kind === 'number') {
    expect(read({ [name]: row.min })).toMatchObject({ [name]: row.min })
    expect(read({ [name]: row.max })).toMatchObject({ [name]: row.max })
    for (const bad of [row.min - 1, row.max + 1, '1', null, true]) {
      expect(() => read({ [name]: bad })).toThrow(name)
    }
    if (row.whole) expect(() => read({ [name]: row.min + 0.5 })).toThrow(name)
  } else if (row.kind === 'choice') {
    for (const option of row.options) expect(read({ [name]: option })).toMatchObject({ [name]: option })
    for (const bad of ['toString', '', 1, null]) expect(() => read({ [name]: bad })).toThrow(name)
  } else {
    expect(read({ [name]: ['law', 'grade-math'] })).toMatchObject({ [name]: ['law', 'grade-math'] })
    for (const bad of ['law', [1], ['<img>'], Array.from({ length: 300 }, () => 'x')]) {
      expect(() => read({ [name]: bad })).toThrow(name)
    }
  }
})

test('a file from before a setting existed takes its default and says so', () => {
  const { averaging: _, ...older } = DEFAULT_TRAINING
  const { value, notes } = readJson(Settings, JSON.stringify(older))
  expect(value).toEqual(DEFAULT_TRAINING)
  expect(notes).toEqual([{ code: 'field-defaulted', params: { path: 'averaging' } }])
})
