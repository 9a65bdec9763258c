/** What scores are divided by, and what costs are counted in. */
import type { ColumnProfile, ColumnRole, CostUnit, ScoreScale } from '../mapping.ts'
import { ownedQuantityOf } from './quantity.ts'

/** Of the scale: sums of floating-point numbers end a hair beyond. */
export const SCALE_SLACK = 1e-6

/** Per-call costs of one LLM that never differ and reach this are list prices, where tokens are counted beside them. Dollars. */
const LIST_PRICE = 0.05

/** The smallest scale that holds every score. */
export function guessScale(columns: readonly ColumnProfile[], roles: readonly ColumnRole[]): ScoreScale {
  const tops = columns.flatMap((column, i) => (roles[i].role === 'score' ? [column.max] : []))
  const top = Math.max(0, ...tops.filter(Number.isFinite))
  return ([1, 5, 10, 100] as const).find(scale => top <= scale * (1 + SCALE_SLACK)) ?? 1
}

/** By the columns' names; signs in the cells say more than they. */
export function guessCostUnit(columns: readonly ColumnProfile[], roles: readonly ColumnRole[]): CostUnit {
  const costs = columns.filter((_, i) => roles[i].role === 'cost')
  if (costs.some(({ spelling }) => spelling.unit === '¢' || spelling.unit === '$')) {
    const named = unitsOf(costs).find(unit => unit !== 'cents' && unit !== 'dollars')
    return named ?? 'dollars'
  }
  const [unit] = unitsOf(costs)
  if (unit !== undefined) return unit
  const tokens = roles.some(({ role }) => role === 'tokensOut')
  const llms = columns.find((_, i) => roles[i].role === 'model')?.distinct ?? 1
  return tokens && costs.length > 0 && costs.every(cost => isListPrice(cost, llms))
    ? 'per-million-tokens'
    : 'dollars'
}

/** A column with no more values than there are LLMs: every call of an LLM costs the same. */
export function isConstant({ distinct, max }: ColumnProfile, llms: number): boolean {
  return max > 0 && distinct <= llms
}

function isListPrice(column: ColumnProfile, llms: number): boolean {
  return isConstant(column, llms) && column.max >= LIST_PRICE
}

function unitsOf(costs: readonly ColumnProfile[]): CostUnit[] {
  return costs.flatMap(({ name }) => ownedQuantityOf(name)?.unit ?? [])
}
