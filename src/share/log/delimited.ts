/** CSV and TSV: the first row names the columns. */
import { LOG_LIMITS } from '../../core/log/limits.ts'
import { LogProblem } from './problem.ts'
import { numberOf, type Table, uniqueNames, type Visit } from './table.ts'

/** @throws LogProblem for a header that is none */
export async function readDelimited(name: string, text: string, format: 'csv' | 'tsv'): Promise<Table> {
  const { default: Papa } = await import('papaparse')
  const lines = text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text
  const newline = lines.includes('\n') ? '\n' : '\r'
  const header = lines.slice(0, 1 << 20).split(newline, 1)[0]
  const delimiter = format === 'tsv' ? '\t' : count(header, ';') > count(header, ',') ? ';' : ','

  /** Records with their number; one that is wholly blank counts but is not visited. */
  function eachRecord(visit: (cells: readonly string[], row: number) => boolean): void {
    let row = 0
    let problem: LogProblem | null = null
    Papa.parse<string[]>(lines, {
      delimiter,
      newline,
      step({ data, errors }, parser) {
        row++
        const broken = errors.find(error => error.type === 'Quotes')
        if (broken) {
          problem = new LogProblem(`${name}, row ${row}: ${describe(broken.code)}`)
          parser.abort()
        } else if (!(data.length === 1 && data[0].trim() === '') && !visit(data, row)) parser.abort()
      },
    })
    if (problem) throw problem
  }

  let names: string[] = []
  eachRecord(cells => {
    names = uniqueNames(cells)
    return false
  })
  if (names.length > LOG_LIMITS.columns) throw tooManyColumns(name, names.length)
  const numeric = names.filter(title => typeof numberOf(title) === 'number').length
  if (2 * numeric >= names.length)
    throw new LogProblem(`${name}: the first row must name the columns; it holds numbers.`)
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

export function tooManyColumns(name: string, columns: number): LogProblem {
  return new LogProblem(`${name} has ${columns} columns; at most ${LOG_LIMITS.columns} are read.`)
}

function describe(code: string): string {
  return code === 'MissingQuotes'
    ? 'a quoted cell is never closed.'
    : 'a quotation mark stands inside a quoted cell; it must be doubled.'
}

function count(text: string, separator: string): number {
  return text.split(separator).length
}
