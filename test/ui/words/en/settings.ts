import type { SettingMessages } from '../../../../src/core/messages/settings.ts'
import type { Examples } from './examples.ts'

const label = 'Batch size'

export const settingSentences: Examples<SettingMessages> = {
  'setting-not-a-number': [{ label, used: 32 }, 'Batch size is not a number; 32 is used.'],
  'setting-too-large': [
    { label, value: 2_000, used: 1_024 },
    'Batch size 2,000 is above 1,024; 1,024 is used.',
  ],
  'setting-too-small': [{ label, value: 0, used: 1 }, 'Batch size 0 is below 1; 1 is used.'],
  'setting-not-whole': [{ label, value: 1.5, used: 2 }, 'Batch size 1.5 is not whole; 2 is used.'],
  'setting-unknown-option': [
    { label: 'Optimiser', value: 'lion', used: 'Adam' },
    'Optimiser “lion” is not known; Adam is used.',
  ],
  'families-not-a-list': [{}, 'Families left out is not a list; none is left out.'],
  'family-unknown': [{ name: 'law' }, 'This world has no family “law” to leave out.'],
  'families-all-left-out': [{}, 'At least one family must be trained on; none is left out.'],
}
