/** Where the arrow keys lead in a row of things to read. */

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

/** The place among `count` that a key leads to from `from`; null for any other key, or when there is none. */
export function stepTo(key: string, from: number, count: number): number | null {
  const by = STEPS[key]
  return by === undefined || count === 0 ? null : Math.min(count - 1, Math.max(0, from + by))
}
