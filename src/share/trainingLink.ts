/** Training settings in a link: one field `t.NAME` for each that differs from its default. */
import { DEFAULT_TRAINING, TRAINING_TABLE, type TrainingSettings } from '../core/experiment/training.ts'
import { messageOf } from '../core/messageOf.ts'
import { readSettings } from './files/settings.ts'

export const TRAINING_PREFIX = 't.'

/** Decimal numbers as JavaScript writes them, no longer than any of ours. */
const NUMBER = /^\d{1,12}(\.\d{1,12})?(e-\d)?$/

export function writeTraining(settings: TrainingSettings): [field: string, text: string][] {
  return Object.entries(settings)
    .map(([name, value]): [string, string] => [name, String(value)])
    .filter(([name, text]) => text !== String(Reflect.get(DEFAULT_TRAINING, name)))
    .map(([name, text]) => [TRAINING_PREFIX + name, text])
}

/** Settings from a link's fields; what cannot be read or is out of bounds takes its default, and `problems` says so. */
export function readTraining(
  fields: Iterable<readonly [field: string, text: string]>,
  problems: string[],
): TrainingSettings {
  let settings = DEFAULT_TRAINING
  for (const [field, text] of fields) {
    if (!field.startsWith(TRAINING_PREFIX)) continue
    const name = field.slice(TRAINING_PREFIX.length)
    try {
      if (!Object.hasOwn(TRAINING_TABLE, name)) throw new Error(`“${name.slice(0, 40)}” is not a setting.`)
      const changed: unknown = { ...settings, [name]: parsed(name, text) }
      settings = readSettings(changed, { path: '', notes: [] })
    } catch (cause) {
      problems.push(messageOf(cause).replace(/\.$/, ''))
    }
  }
  return settings
}

/** What a text stands for, by the kind of the setting's row; it is checked afterwards. */
function parsed(name: string, text: string): unknown {
  const row: unknown = Reflect.get(TRAINING_TABLE, name)
  const kind: unknown = typeof row === 'object' && row ? Reflect.get(row, 'kind') : null
  if (kind === 'number') return NUMBER.test(text) ? Number(text) : text
  if (kind === 'families') return text === '' ? [] : text.split(',')
  return text
}
