import { expect, test } from 'vitest'
import { clampTraining } from '../../../src/core/experiment/clampTraining.ts'
import { DEFAULT_TRAINING, TRAINING_TABLE } from '../../../src/core/experiment/training.ts'
import { LESSONS, lessonOf } from '../../../src/ui/train/settings/lessons.ts'
import { settingNames } from '../../../src/ui/train/settings/names.ts'

test('every row of the settings table is named, in its order', () => {
  expect(settingNames(TRAINING_TABLE)).toEqual(Object.keys(DEFAULT_TRAINING))
})

test('a lesson is in force exactly while its settings are', () => {
  for (const lesson of LESSONS) {
    const settings = { ...DEFAULT_TRAINING, ...lesson.settings }
    expect(lessonOf(settings)).toBe(lesson)
    expect(lessonOf({ ...settings, entropyWeight: 0.07 })).toBeNull()
  }
  expect(lessonOf(DEFAULT_TRAINING)).toBeNull()
})

test('no lesson asks for anything unsafe', () => {
  for (const { settings } of LESSONS) {
    expect(clampTraining({ ...DEFAULT_TRAINING, ...settings }, []).messages).toEqual([])
  }
})
