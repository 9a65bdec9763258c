/** Wide tables: every LLM has columns of its own, `NAME|total_cost`, `cost_NAME`, `score[3]`, `scores.NAME`, or a bare `NAME`. */
import type { ColumnProfile, ColumnRole } from '../mapping.ts'
import { isNumeric } from './numeric.ts'
import { type Kind, type OwnedQuantity, ownedQuantityOf, quantityOf } from './quantity.ts'
import { isConstant } from './units.ts'

interface Owned extends OwnedQuantity {
  readonly place: number
}

export function guessWide(
  columns: readonly ColumnProfile[],
  models: readonly string[],
  free: (i: number) => boolean,
): ColumnRole[] {
  const owned = withoutContainer(
    columns.flatMap((column, place): Owned[] => {
      const quantity = free(place) && isNumeric(column) ? readName(column.name, models) : null
      return quantity === null ? [] : [{ ...quantity, place }]
    }),
  )
  const roles = columns.map((): ColumnRole => ({ role: 'ignore', llm: '' }))
  const bare = bareScores(columns, models, owned, free)
  for (const { place, llm } of bare) roles[place] = { role: 'score', llm }
  const named = [...new Set(owned.flatMap(({ llm, kind }) => (llm !== '' && kind !== 'price' ? [llm] : [])))]
  for (const llm of named) {
    const own = owned.filter(one => one.llm === llm)
    if (!bare.some(one => one.llm === llm)) assign(roles, best(own, 'score').slice(0, 1), 'score')
    assign(roles, costsOf(columns, own), 'cost')
    assign(roles, best(own, 'tokensIn').slice(0, 1), 'tokensIn')
    assign(roles, best(own, 'tokensOut').slice(0, 1), 'tokensOut')
  }
  // Input tokens may be counted once for all LLMs.
  assign(roles, owned.filter(({ llm, kind }) => llm === '' && kind === 'tokensIn').slice(0, 1), 'tokensIn')
  return onlyLlms(roles, columns, models)
}

/** LLMs with a score and with something that tells their cost. */
export function llmsWithBoth(roles: readonly ColumnRole[]): string[] {
  const has = (llm: string, ...wanted: string[]) =>
    roles.some(one => one.llm === llm && wanted.includes(one.role))
  return scored(roles).filter(llm => has(llm, 'cost', 'tokensOut'))
}

function scored(roles: readonly ColumnRole[]): string[] {
  return roles.flatMap(({ role, llm }) => (role === 'score' ? [llm] : []))
}

function assign(roles: ColumnRole[], owned: readonly Owned[], role: ColumnRole['role']): void {
  for (const { place, llm } of owned) roles[place] = { role, llm }
}

function readName(name: string, models: readonly string[]): OwnedQuantity | null {
  const place = /^(.*)\[(\d+)\]$/.exec(name)
  if (!place) return ownedQuantityOf(name)
  const quantity = quantityOf(place[1])
  return quantity === null
    ? null
    : { ...quantity, llm: models[Number(place[2])] ?? `LLM ${Number(place[2]) + 1}` }
}

/** Records nested in one key that all LLMs share: `models.tiny.score` is tiny's. */
function withoutContainer(owned: readonly Owned[]): readonly Owned[] {
  const llms = [...new Set(owned.flatMap(({ llm }) => (llm === '' ? [] : [llm])))]
  const container = llms[0]?.slice(0, llms[0].indexOf('.') + 1) ?? ''
  const shared =
    llms.length > 1 && /^[a-z_]+\.$/i.test(container) && llms.every(llm => llm.startsWith(container))
  if (!shared) return owned
  return owned.map(one => (one.llm === '' ? one : { ...one, llm: one.llm.slice(container.length) }))
}

/** Columns that are called as an LLM is that the models list or another column names: `tiny` beside `tiny_response`. */
function bareScores(
  columns: readonly ColumnProfile[],
  models: readonly string[],
  owned: readonly Owned[],
  free: (i: number) => boolean,
) {
  return columns.flatMap(({ name }, place) => {
    const known =
      models.includes(name) ||
      owned.some(({ llm }) => llm === name) ||
      columns.some(other => isResponseOf(other.name, name))
    const fits = known && free(place) && isNumeric(columns[place]) && quantityOf(name) === null
    return fits ? [{ place, llm: name }] : []
  })
}

function isResponseOf(column: string, llm: string): boolean {
  const rest = column.startsWith(llm) ? column.slice(llm.length) : ''
  return /^[|:/._ -]+(model_?)?(response|answer|output|completion|generation|text)s?$/i.test(rest)
}

function best(owned: readonly Owned[], kind: Kind): Owned[] {
  return owned.filter(one => one.kind === kind).sort((a, b) => a.rank - b.rank)
}

/** The whole cost that is not the same in every row; else input and output, which are added. */
function costsOf(columns: readonly ColumnProfile[], own: readonly Owned[]): Owned[] {
  const costs = best(own, 'cost')
  const whole = costs.filter(({ part }) => part === '')
  const billed = whole.find(({ place }) => !isConstant(columns[place], 1))
  if (billed) return [billed]
  const parts = (['in', 'out'] as const).flatMap(side => costs.find(({ part }) => part === side) ?? [])
  if (parts.length === 2) return parts
  if (whole.length > 0) return whole.slice(0, 1)
  return own
    .filter(({ kind, part, place }) => kind === 'price' && part === '' && !isConstant(columns[place], 1))
    .slice(0, 1)
}

/** What has a score but no cost, where others have both and nobody else mentions it, is no LLM: `difficulty_score`. */
function onlyLlms(
  roles: ColumnRole[],
  columns: readonly ColumnProfile[],
  models: readonly string[],
): ColumnRole[] {
  const whole = llmsWithBoth(roles)
  if (whole.length < 2) return roles
  const mentioned = (llm: string) =>
    models.some(id => id === llm || id.endsWith(`/${llm}`)) ||
    columns.filter(({ name }) => name === llm || name.startsWith(llm) || name.endsWith(llm)).length > 1
  const strangers = new Set(scored(roles).filter(llm => !whole.includes(llm) && !mentioned(llm)))
  return roles.map(role => (strangers.has(role.llm) ? { role: 'ignore', llm: '' } : role))
}
