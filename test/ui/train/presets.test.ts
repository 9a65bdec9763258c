import { expect, test } from 'vitest'
import { clampTraining } from '../../../src/core/experiment/clampTraining.ts'
import { DEFAULT_TRAINING } from '../../../src/core/experiment/training.ts'
import { PRESETS, presetOf } from '../../../src/ui/train/settings/presets.ts'

test('a preset is in force exactly while its settings are', () => {
  for (const preset of PRESETS) {
    const settings = { ...DEFAULT_TRAINING, ...preset.settings }
    expect(presetOf(settings)).toBe(preset)
    expect(presetOf({ ...settings, entropyWeight: 0.07 })).toBeNull()
  }
  expect(presetOf(DEFAULT_TRAINING)).toBeNull()
})

test('no preset asks for anything unsafe', () => {
  for (const { settings } of PRESETS) {
    expect(clampTraining({ ...DEFAULT_TRAINING, ...settings }, []).messages).toEqual([])
  }
})
