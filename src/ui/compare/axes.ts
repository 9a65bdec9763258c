/** The axes of cost against quality: dollars by their logarithm, scores straight. */
import { linearScale, niceTicks, type Range } from '../widgets/chart/scale.ts'

/** Ends of an axis around some costs, a little wider than they are; costs of nothing stand at its left end. */
export function costDomain(costs: readonly number[]): Range {
  const paid = costs.filter(cost => cost > 0)
  if (paid.length === 0) return [1e-6, 1e-3]
  const low = Math.min(...paid)
  const high = Math.max(...paid)
  const free = paid.length < costs.length
  return [low / (free ? 4 : 1.35), high * 1.35]
}

/** Ends of an axis around some scores, a little wider than they are, within [0, 1]. */
export function scoreDomain(scores: readonly number[]): Range {
  if (scores.length === 0) return [0, 1]
  const low = Math.min(...scores)
  const high = Math.max(...scores)
  const room = Math.max(0.01, 0.06 * (high - low))
  return [Math.max(0, low - room), Math.min(1, high + room)]
}

/** Maps a domain of positive numbers onto `range` by their logarithms; smaller ones go to its start. */
export function logScale([low, high]: Range, range: Range): (value: number) => number {
  const scale = linearScale([Math.log(low), Math.log(high)], range)
  return value => scale(Math.log(Math.max(low, value)))
}

/** Round numbers inside a domain, evenly spread by their logarithms as far as round numbers are; at most `count` (>= 2). */
export function logTicks([low, high]: Range, count: number): number[] {
  const from = Math.floor(Math.log10(low))
  const to = Math.ceil(Math.log10(high))
  const within = (factors: readonly number[], every = 1) =>
    Array.from({ length: to - from + 1 }, (_, i) => from + i)
      .filter(power => power % every === 0)
      .flatMap(power => factors.map(factor => Number((factor * 10 ** power).toPrecision(3))))
      .filter(tick => tick >= low && tick <= high)
  const decades = Math.ceil(within([1]).length / count)
  const ticks = [within([1, 2, 5]), within([1, 3]), within([1], decades)].find(
    ({ length }) => length <= count,
  )
  return ticks && ticks.length > 1 ? ticks : niceTicks([low, high], 3).slice(0, count)
}
