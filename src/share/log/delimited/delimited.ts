/** CSV, TSV and their kin: separated by commas, semicolons, tabs or bars; the first row that is one names the columns. */
import { LOG_LIMITS } from '../../../core/log/limits.ts'
import { type Message, message, type Problem, problem } from '../../../core/messages/message.ts'
import { plainNumber } from '../numbers/number.ts'
import { type Table, type TableFormat, tooManyColumns, uniqueNames, type Visit } from '../table.ts'
import { decodeText } from '../text.ts'
import { chooseDialect, DELIMITERS, headerOf } from './dialect.ts'
import { ownRepeatedNames } from './repeatedNames.ts'

/** Whatever else is text. */
export const DELIMITED: TableFormat = {
  claims: ({ text }) => text !== '',
  read: (name, bytes) => readDelimited(name, bytes),
}

/** Records that the layout is told from, and the characters they are looked for in. */
const SAMPLE_RECORDS = 60
const SAMPLE_CHARS = 1 << 20
const NAMES: Readonly<Record<string, string>> = {
  ',': 'CSV',
  ';': 'CSV with semicolons',
  '\t': 'TSV',
  '|': 'CSV with bars',
}
/** Excel's own line that names the separator. */
const SEPARATOR_LINE = /^"?sep=(.)"?[,;\t|]*(\n|$)/i

type Papa = typeof import('papaparse')

/** @throws Problem for a header that is none */
async function readDelimited(name: string, bytes: Uint8Array): Promise<Table> {
  const { default: Papa } = await import('papaparse')
  const { text, notes } = decodeText(name, bytes)
  const unix = text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text
  const newline = unix.includes('\n') ? '\n' : '\r'
  const separator = SEPARATOR_LINE.exec(unix)
  const lines = separator === null ? unix : unix.slice(separator[0].length)
  /** Rows that stand before the text that is parsed. */
  const skipped = separator === null ? 0 : 1
  const dialect =
    separator === null
      ? chooseDialect(new Map(DELIMITERS.map(one => [one, sample(Papa, lines, one, newline)])))
      : { delimiter: separator[1], ...headerOf(sample(Papa, lines, separator[1], newline)) }
  const { delimiter, before, unnamedFirst } = dialect

  /** Records with their number; one that is wholly blank counts but is not visited. */
  function eachRecord(visit: (cells: readonly string[], row: number) => boolean): void {
    let row = skipped
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
        } else if (row - skipped > before && !isBlank(data) && !visit(data, row)) parser.abort()
      },
    })
    if (broken) throw broken
  }

  let names: string[] = []
  eachRecord(cells => {
    if (cells.length > LOG_LIMITS.columns) throw tooManyColumns(name, cells.length)
    names = uniqueNames(ownRepeatedNames(unnamedFirst ? ['', ...cells] : cells))
    return false
  })
  const numeric = names.filter(title => typeof plainNumber(title) === 'number').length
  if (2 * numeric >= names.length) throw problem('header-missing', { name })
  return {
    format: NAMES[delimiter] ?? 'CSV',
    names,
    head: {},
    models: null,
    suggestsComma: delimiter === ';',
    notes: [...notes, ...noteSkipped(before)],
    scan(visit: Visit) {
      let inHeader = true
      eachRecord((cells, row) => {
        if (!inHeader) visit(fitRow(cells, names.length), row)
        inHeader = false
        return true
      })
    },
  }
}

/** Programs that write tables leave out empty last cells, or add one: neither says anything. */
function fitRow(cells: readonly string[], columns: number): readonly (string | null)[] {
  if (cells.length === columns) return cells
  if (cells.length < columns) {
    return [...cells, ...new Array<null>(columns - cells.length).fill(null)]
  }
  return cells.slice(columns).every(cell => cell.trim() === '') ? cells.slice(0, columns) : cells
}

function noteSkipped(before: number): Message[] {
  return before === 0 ? [] : [message('lines-before-header', { header: before + 1 })]
}

function isBlank(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0].trim() === ''
}

function sample(Papa: Papa, lines: string, delimiter: string, newline: '\n' | '\r'): string[][] {
  const start = lines.slice(0, SAMPLE_CHARS)
  return Papa.parse<string[]>(start, { delimiter, newline, preview: SAMPLE_RECORDS }).data
}
