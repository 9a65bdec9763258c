/** The training settings as a file gives them, checked row by row against the settings table. */
import { collect, isName } from '../../core/experiment/row.ts'
import { TRAINING_ROWS, type TrainingSettings } from '../../core/experiment/training.ts'
import type { Reader } from './fields.ts'

/** An id as the page gives it: of a world, a family, a router. */
export const ID = /^[\p{L}\p{N}_.:/@+ -]{1,128}$/u

/** A setting the file lacks takes its default; one out of bounds refuses the file. */
export const readSettings: Reader<TrainingSettings> = (value, { path, notes }) => {
  const at = (name: string) => (path === '' ? name : `${path}.${name}`)
  if (typeof value !== 'object' || value === null) throw new Error(`“${path}” is not an object.`)
  for (const name of Object.keys(value)) {
    if (!isName(TRAINING_ROWS, name)) notes.push(`“${at(name).slice(0, 80)}” is not known here`)
  }
  return collect<TrainingSettings>(TRAINING_ROWS, name => {
    const row = TRAINING_ROWS[name]
    const given: unknown = Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined
    if (row.accepts(given)) return given
    if (given !== undefined) throw new Error(`“${at(name)}” is not what this setting may be.`)
    notes.push(`“${at(name)}” is missing: the default stands in its place`)
    return row.default
  })
}
