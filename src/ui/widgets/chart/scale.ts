/** From numbers to places on the screen. */

export type Range = readonly [from: number, to: number]

/** Maps `domain` onto `range`, straight; a domain of no length goes to the range's start. */
export function linearScale([low, high]: Range, [from, to]: Range): (value: number) => number {
  const slope = high === low ? 0 : (to - from) / (high - low)
  return value => from + slope * (value - low)
}

/** 1, 2 or 5 times a power of ten: the one that cuts a length into the nearest to `count` parts. */
function niceStep(length: number, count: number): number {
  const rough = length / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const ratio = rough / power
  return power * (ratio > Math.sqrt(50) ? 10 : ratio > Math.sqrt(10) ? 5 : ratio > Math.sqrt(2) ? 2 : 1)
}

/** Round numbers inside a domain, about `count` steps apart, in order. */
export function niceTicks([low, high]: Range, count: number): number[] {
  if (!(high > low)) return [low]
  const step = niceStep(high - low, count)
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor(high / step + 1e-9)
  // Whole multiples, rounded: 3 x 0.1 is 0.3 and not 0.30000000000000004.
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)))
}

/** The smallest domain of round ends around all values and `include`; [0, 1] when there are none, one long for a single value. */
export function niceDomain(values: Iterable<number | null>, include: readonly number[] = []): Range {
  let low = Math.min(...include)
  let high = Math.max(...include)
  for (const value of values) {
    if (value === null || !Number.isFinite(value)) continue
    if (value < low) low = value
    if (value > high) high = value
  }
  if (low > high) return [0, 1]
  if (low === high) return [low, low + 1]
  const step = niceStep(high - low, 4)
  return [
    Number((Math.floor(low / step + 1e-9) * step).toPrecision(12)),
    Number((Math.ceil(high / step - 1e-9) * step).toPrecision(12)),
  ]
}

/** Index of the value nearest to `wanted` in a rising list; -1 for an empty one. */
export function nearestIndex(rising: readonly number[], wanted: number): number {
  let low = 0
  let high = rising.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (rising[middle + 1] - wanted < wanted - rising[middle]) low = middle + 1
    else if (rising[middle + 1] - wanted > wanted - rising[middle]) high = middle
    else low = middle + 1 // a tie goes to the later one
  }
  return high
}
