/** What a line chart draws, and what can be said of it without drawing. */
import { nearestIndex } from './scale.ts'

export interface Line {
  readonly name: string
  /** Rising. */
  readonly x: readonly number[]
  /** As long as x; null where nothing is known. */
  readonly y: readonly (number | null)[]
  /** `main` is the accent; `ink`, `second` (dashed) and `dotted` are ink, `quiet` is grey; a colour is itself. */
  readonly tone: 'main' | 'ink' | 'second' | 'dotted' | 'quiet' | { readonly colour: string }
  /** Edges of a band around the line, as long as x. */
  readonly band?: { readonly low: readonly number[]; readonly high: readonly number[] }
}

/** A level to compare with, drawn from edge to edge. */
export interface Level {
  readonly name: string
  readonly y: number
}

/** A first line shorter than this is not yet worth cutting the others to. */
const LEAST_EXTENT = 20

/** Where the cursor can stand, and how far x goes: as far as the first line, so that the others are compared with it point by point. */
export function extentOf(lines: readonly Line[]): {
  readonly stops: readonly number[]
  readonly end: number
} {
  const [first] = lines
  const own = first?.x.at(-1) ?? 0
  if (own >= LEAST_EXTENT) return { stops: first.x, end: own }
  const longest = lines.reduce<readonly number[]>(
    (most, { x }) => ((x.at(-1) ?? 0) > (most.at(-1) ?? 0) ? x : most),
    [],
  )
  return { stops: longest, end: longest.at(-1) ?? 0 }
}

/** A line's value at its point nearest to `x`; null beyond its end or where nothing is known. */
export function valueAt(line: Pick<Line, 'x' | 'y'>, x: number): number | null {
  const last = line.x.at(-1)
  return last === undefined || x > last ? null : line.y[nearestIndex(line.x, x)]
}

/** Every value drawn up to x = `end`, bands included. */
export function* drawnValues(lines: readonly Line[], end: number): Generator<number | null> {
  for (const { x, y, band } of lines) {
    for (let i = 0; i < x.length && x[i] <= end; i++) {
      yield y[i]
      if (band) yield band.low[i]
      if (band) yield band.high[i]
    }
  }
}

/** What is named right of the plot, and at which height: every level, and every line where it ends. */
export function endNames(lines: readonly Line[], levels: readonly Level[], end: number) {
  const ends = lines.flatMap(({ name, x, y, tone }) => {
    let last = x.length - 1
    while (last >= 0 && (x[last] > end || y[last] === null)) last--
    const value = y[last]
    return last < 0 || value === null ? [] : [{ name, y: value, tone }]
  })
  return [...ends, ...levels.map(level => ({ ...level, tone: 'quiet' as const }))]
}
