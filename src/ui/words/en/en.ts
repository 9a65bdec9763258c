/** English. */
import type { Catalogue } from '../catalogue.ts'
import { deviceWords } from './device.ts'
import { encoderWords } from './encoder.ts'
import { fileWords } from './files.ts'
import { formatWords } from './formats.ts'
import { logWords } from './log.ts'
import { settingWords } from './settings.ts'
import { trainingWords } from './training.ts'
import { viewWords } from './view.ts'
import { worldWords } from './worlds.ts'

export const en: Catalogue = {
  foreign: ({ detail }) => detail,
  ...deviceWords,
  ...encoderWords,
  ...fileWords,
  ...formatWords,
  ...logWords,
  ...settingWords,
  ...trainingWords,
  ...viewWords,
  ...worldWords,
}
