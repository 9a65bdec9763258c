/** A table as CSV (RFC 4180), safe to open in a spreadsheet. */

/** What a spreadsheet would run as a formula, or may once white space is trimmed (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/
const QUOTED = /[",\r\n]/

/**
 * Lines end in CRLF, the last one too. Numbers are written whole, as JavaScript reads them back; null is an empty cell.
 * A text that starts like a formula gets an apostrophe before it, which a spreadsheet takes as "this is text".
 */
export function writeCsv(
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  return [columns, ...rows].map(row => `${row.map(writeCell).join(',')}\r\n`).join('')
}

function writeCell(cell: string | number | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
