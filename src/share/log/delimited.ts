/** CSV and TSV: the first row names the columns. */
import { LOG_LIMITS } from '../../core/log/limits.ts'
import { type Problem, problem } from '../../core/messages/message.ts'
import { numberOf, type Table, type TableFormat, uniqueNames, type Visit } from './table.ts'
import { decodeText } from './text.ts'

/** Known by its name, or by more tabs in the first line than commas or semicolons. */
export const TSV: TableFormat = {
  claims: ({ name, text }) => text !== '' && (/\.(tsv|tab)$/i.test(name) || hasMostTabs(text)),
  read: (name, bytes) => readDelimited(name, decodeText(name, bytes), 'tsv'),
}

/** Whatever else is text. */
export const CSV: TableFormat = {
  claims: ({ text }) => text !== '',
  read: (name, bytes) => readDelimited(name, decodeText(name, bytes), 'csv'),
}

function hasMostTabs(text: string): boolean {
  const [header] = text.split(/\r?\n|\r/, 1)
  return count(header, '\t') > Math.max(count(header, ','), count(header, ';'))
}

/** @throws Problem for a header that is none */
async function readDelimited(name: string, text: string, format: 'csv' | 'tsv'): Promise<Table> {
  const { default: Papa } = await import('papaparse')
  const lines = text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text
  const newline = lines.includes('\n') ? '\n' : '\r'
  const header = lines.slice(0, 1 << 20).split(newline, 1)[0]
  const delimiter = format === 'tsv' ? '\t' : count(header, ';') > count(header, ',') ? ';' : ','

  /** Records with their number; one that is wholly blank counts but is not visited. */
  function eachRecord(visit: (cells: readonly string[], row: number) => boolean): void {
    let row = 0
    let broken: Problem | null = null
    Papa.parse<string[]>(lines, {
      delimiter,
      newline,
      step({ data, errors }, parser) {
        row++
        const quotes = errors.find(error => error.type === 'Quotes')
        if (quotes) {
          const fault = quotes.code === 'MissingQuotes' ? 'unclosed' : 'not-doubled'
          broken = problem('quotes-broken', { name, row, fault })
          parser.abort()
        } else if (!(data.length === 1 && data[0].trim() === '') && !visit(data, row)) parser.abort()
      },
    })
    if (broken) throw broken
  }

  let names: string[] = []
  eachRecord(cells => {
    names = uniqueNames(cells)
    return false
  })
  if (names.length > LOG_LIMITS.columns) throw tooManyColumns(name, names.length)
  const numeric = names.filter(title => typeof numberOf(title) === 'number').length
  if (2 * numeric >= names.length) throw problem('header-missing', { name })
  return {
    format: format === 'tsv' ? 'TSV' : delimiter === ';' ? 'CSV with semicolons' : 'CSV',
    names,
    models: null,
    scan(visit: Visit) {
      let inHeader = true
      eachRecord((cells, row) => {
        if (!inHeader) visit(cells, row)
        inHeader = false
        return true
      })
    },
  }
}

export function tooManyColumns(name: string, columns: number): Problem {
  return problem('too-many-columns', { name, columns, most: LOG_LIMITS.columns })
}

function count(text: string, separator: string): number {
  return text.split(separator).length
}
