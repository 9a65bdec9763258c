import type { SettingMessages } from '../../../core/messages/settings.ts'
import type { Words } from '../catalogue.ts'

/** As precise as any setting can be typed. */
const DIGITS = 15

export const settingWords: Words<SettingMessages> = {
  'setting-not-a-number': ({ label, used }, { figure }) =>
    `${label} is not a number; ${figure(used, DIGITS)} is used.`,
  'setting-too-large': ({ label, value, used }, { figure }) =>
    `${label} ${figure(value, DIGITS)} is above ${figure(used, DIGITS)}; ${figure(used, DIGITS)} is used.`,
  'setting-too-small': ({ label, value, used }, { figure }) =>
    `${label} ${figure(value, DIGITS)} is below ${figure(used, DIGITS)}; ${figure(used, DIGITS)} is used.`,
  'setting-not-whole': ({ label, value, used }, { figure }) =>
    `${label} ${figure(value, DIGITS)} is not whole; ${figure(used, DIGITS)} is used.`,
  'setting-unknown-option': ({ label, value, used }) => `${label} “${value}” is not known; ${used} is used.`,
  'families-not-a-list': () => 'Families left out is not a list; none is left out.',
  'family-unknown': ({ name }) => `This world has no family “${name}” to leave out.`,
  'families-all-left-out': () => 'At least one family must be trained on; none is left out.',
}
