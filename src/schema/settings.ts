/** The training settings as a file gives them, checked row by row against the settings table. */
import * as v from 'valibot'
import { collect } from '../core/experiment/row.ts'
import { TRAINING_ROWS, type TrainingSettings } from '../core/experiment/training.ts'

/** A setting the file lacks takes its default; one out of bounds refuses the file. */
export const Settings: v.GenericSchema<unknown, TrainingSettings> = v.pipe(
  v.looseObject({}),
  v.rawTransform(({ dataset, addIssue }) => {
    const given: Readonly<Record<string, unknown>> = dataset.value
    return collect<TrainingSettings>(TRAINING_ROWS, name => {
      const row = TRAINING_ROWS[name]
      if (!Object.hasOwn(given, name)) return row.default
      const value = given[name]
      if (row.accepts(value)) return value
      addIssue({ path: [{ type: 'object', origin: 'value', input: given, key: name, value }] })
      return row.default
    })
  }),
)
