/** What the values in a file may be: every number finite and within bounds, every text and every list with a longest length. */
import * as v from 'valibot'

/** What rounding may add to a mean of figures that lie within bounds. */
const ROUNDING = 1e-6

export function number(min: number, max: number) {
  return v.pipe(v.number(), v.minValue(min), v.maxValue(max))
}

/** A mean of figures within these bounds, which rounding may have moved a little beyond them. */
export function mean(min: number, max: number) {
  return number(min - ROUNDING, max + ROUNDING)
}

export function whole(min: number, max: number) {
  return v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max))
}

export function text(mostChars: number) {
  return v.pipe(v.string(), v.maxLength(mostChars))
}

/** A text of one form; the form says how long it may be. */
export function form(pattern: RegExp) {
  return v.pipe(v.string(), v.regex(pattern))
}

export function list<Item extends v.GenericSchema>(item: Item, most: number) {
  return v.pipe(v.array(item), v.maxLength(most))
}

/** Any number that a computation can give but for those that are none. */
export const Finite = v.pipe(v.number(), v.finite())
export const Amount = v.pipe(Finite, v.minValue(0))

/** Larger than any run. */
export const MAX_STEP = 1e9

export const Step = whole(0, MAX_STEP)
export const Reward = mean(-1, 1)
export const Score = mean(0, 1)
export const Seed = whole(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)

/** An id as the page gives it: of a world, a family, an entry of a study. */
export const Id = form(/^[\p{L}\p{N}_.:/@+ -]{1,128}$/u)

/** What an LLM is called is its maker's business: any text. */
export const LlmName = text(10_000)
export const MAX_ARMS = 64
export const Roster = list(LlmName, MAX_ARMS)
