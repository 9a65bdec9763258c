/** Shares on top of each other. */

export interface Band {
  readonly low: readonly number[]
  readonly high: readonly number[]
}

/** One band a part: where it begins and ends in the stack, at every column. @param columns rows of shares */
export function stackBands(columns: readonly ArrayLike<number>[], parts: number): Band[] {
  let below = columns.map(() => 0)
  return Array.from({ length: parts }, (_, part) => {
    const low = below
    below = columns.map((shares, column) => low[column] + shares[part])
    return { low, high: below }
  })
}

/** Columns, as a share of all, over which a band must have room for its name. */
const NAME_SPAN = 0.35

/**
 * Bands with room for a name, and where it ends: at the last column with the room kept over a third of the stack before it.
 * @param lines names that fit above each other over the whole height
 */
export function stackNames(
  bands: readonly Band[],
  lines: number,
): { readonly arm: number; readonly column: number; readonly height: number }[] {
  return bands.flatMap(({ low, high }, arm) => {
    const span = Math.ceil(NAME_SPAN * high.length)
    for (let last = high.length - 1; last >= span; last--) {
      const top = Math.min(...high.slice(last - span, last + 1))
      const bottom = Math.max(...low.slice(last - span, last + 1))
      if (top - bottom > 1 / lines) return [{ arm, column: last, height: (top + bottom) / 2 }]
    }
    return []
  })
}
