/** What the columns of a table mean, guessed from their names and their values. */
import {
  type ColumnProfile,
  type ColumnRole,
  type Mapping,
  type MappingChoices,
  NO_CHOICES,
} from '../mapping.ts'
import { guessLong } from './long.ts'
import { guessFamily, guessPrompts } from './texts.ts'
import { guessCostUnit, guessScale } from './units.ts'
import { guessWide, llmsWithBoth } from './wide.ts'

/**
 * A guess that may be wrong anywhere: it is shown, and can be corrected.
 * @param models ids of the list beside the log, in its order
 * @param choices what the person has said of some columns already: it stands, and the others are guessed to go with it
 */
export function guessMapping(
  columns: readonly ColumnProfile[],
  models: readonly string[],
  choices: MappingChoices = NO_CHOICES,
): Mapping {
  const chosen = (i: number): ColumnRole | undefined => choices.columns[i]
  const free = (i: number) => chosen(i) === undefined
  const wide = guessWide(columns, models, free)
  const named = columns.findIndex((_, i) => chosen(i)?.role === 'model')
  const long = guessLong(columns, free, named)
  // A table with columns for every LLM may also say which LLM was chosen: it is wide unless a person says otherwise.
  const isLong = long !== null && (named >= 0 || llmsWithBoth(wide).length < 2)
  const roles: ColumnRole[] = (isLong ? long : wide).map((role, i) => chosen(i) ?? role)
  const taken = (i: number) => !free(i) || roles[i].role !== 'ignore'
  const hasRole = (role: string) => roles.some(one => one.role === role)
  const prompts = hasRole('prompt') ? [] : guessPrompts(columns, taken)
  for (const i of prompts) roles[i] = { role: 'prompt', llm: '' }
  const prompt = roles.findIndex(({ role }) => role === 'prompt')
  const family = hasRole('family') ? -1 : guessFamily(columns, taken, columns[prompt]?.distinct ?? 0)
  if (family >= 0) roles[family] = { role: 'family', llm: '' }
  return {
    columns: roles,
    scoreScale: choices.scoreScale ?? guessScale(columns, roles),
    costUnit: choices.costUnit ?? guessCostUnit(columns, roles),
    without: choices.without ?? [],
  }
}
