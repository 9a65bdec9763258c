/** How a delimited text is laid out: its separator, and where its header stands. Told from its first records. */

export interface Dialect {
  readonly delimiter: string
  /** Records before the header: titles, dates, blank lines. */
  readonly before: number
  /** Rows have one cell more than the header, their number, as R writes them. */
  readonly unnamedFirst: boolean
}

/** In the order in which they are preferred where both would do. */
export const DELIMITERS = [',', ';', '\t', '|'] as const

/** Of the cells that a row usually fills, the part that a header fills at least. */
const HEADER_SHARE = 0.75

/** @param records the first of the file, by delimiter */
export function chooseDialect(records: ReadonlyMap<string, readonly (readonly string[])[]>): Dialect {
  let best: { readonly delimiter: string; readonly share: number; readonly cells: number } | null = null
  for (const [delimiter, rows] of records) {
    const lengths = rows.filter(row => row.some(isFilled)).map(width)
    const cells = mode(lengths.filter(length => length > 1))
    if (cells === 0) continue
    const share =
      lengths.filter(length => length > 1 && Math.abs(length - cells) <= 1).length / lengths.length
    const better = best === null || share > best.share || (share === best.share && cells > best.cells)
    if (better) best = { delimiter, share, cells }
  }
  const delimiter = best?.delimiter ?? ','
  return { delimiter, ...headerOf(records.get(delimiter) ?? []) }
}

/** Where the header stands among the first records of a file. */
export function headerOf(rows: readonly (readonly string[])[]): Pick<Dialect, 'before' | 'unnamedFirst'> {
  const usual = median(rows.map(row => row.filter(isFilled).length).filter(filled => filled > 0))
  const found = rows.findIndex(row => row.filter(isFilled).length >= Math.max(1, HEADER_SHARE * usual))
  const before = Math.max(0, found)
  const header = rows[before] ?? []
  const below = rows.slice(before + 1).filter(row => row.some(isFilled))
  const longer = below.filter(row => row.length === header.length + 1 && isFilled(row[header.length] ?? ''))
  return { before, unnamedFirst: below.length > 0 && longer.length >= 0.9 * below.length }
}

/** Cells up to the last that is filled. */
function width(row: readonly string[]): number {
  let end = row.length
  while (end > 0 && !isFilled(row[end - 1])) end--
  return end
}

function isFilled(cell: string): boolean {
  return cell.trim() !== ''
}

function mode(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
}
