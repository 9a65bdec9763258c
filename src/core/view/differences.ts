/** Where the settings of a run are not what they are by default, whoever set them: a person, a link or a file. */

import { namesOf } from '../experiment/row.ts'
import { DEFAULT_TRAINING, TRAINING_ROWS, type TrainingSettings } from '../experiment/training.ts'
import { DEFAULT_VIEW, textOf, type View } from './view.ts'

/** All that the course of a run depends on, but for the world. */
export interface RunSettings extends TrainingSettings, Pick<View, 'seed' | 'start'> {}

export const DEFAULT_RUN: RunSettings = {
  ...DEFAULT_TRAINING,
  seed: DEFAULT_VIEW.seed,
  start: DEFAULT_VIEW.start,
}

const NAMES: readonly (keyof RunSettings)[] = [...namesOf(TRAINING_ROWS), 'seed', 'start']

/** Names of the settings that are not as by default, in the order of their tables. */
export function differences(settings: RunSettings): readonly (keyof RunSettings)[] {
  return NAMES.filter(name => textOf(settings, name) !== textOf(DEFAULT_RUN, name))
}
