import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeCsv } from '../../../src/share/export/csv.ts'

/** A reader of RFC 4180, written apart from the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const character = text[i]
    if (quoted) {
      if (character !== '"') cell += character
      else if (text[i + 1] === '"') {
        cell += '"'
        i += 1
      } else quoted = false
    } else if (character === '"') quoted = true
    else if (character === ',') {
      row.push(cell)
      cell = ''
    } else if (character === '\r' && text[i + 1] === '\n') {
      rows.push([...row, cell])
      row = []
      cell = ''
      i += 1
    } else cell += character
  }
  return rows
}

const awkward = fc.constantFrom('"', ',', '\r', '\n', '\r\n', '=', '+', '-', '@', '\t', "'", '=1+1', 'a', ' ')
const cellText = fc.oneof(
  fc.string(),
  fc.array(awkward, { maxLength: 8 }).map(parts => parts.join('')),
)

test('every table of texts comes back from its CSV, but for the apostrophe before a formula', () => {
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain(width =>
      fc.array(fc.array(cellText, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
    )
  fc.assert(
    fc.property(table, ([columns, ...rows]) => {
      const read = readCsv(writeCsv(columns, rows))
      const plain = read.map(row => row.map(cell => cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')))
      expect(plain).toEqual(
        [columns, ...rows].map(row => row.map(cell => cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, ''))),
      )
    }),
  )
})

test('no text cell reaches a spreadsheet as a formula', () => {
  fc.assert(
    fc.property(cellText, cell => {
      const [[heading], [body]] = readCsv(writeCsv([cell], [[cell]]))
      expect(heading).not.toMatch(/^[=+\-@\t\r\n]/)
      expect(body).not.toMatch(/^[=+\-@\t\r\n]/)
    }),
  )
})

test('numbers stay numbers, whole, the negative ones too', () => {
  const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true })
  fc.assert(
    fc.property(anyNumber, value => {
      const [, [cell]] = readCsv(writeCsv(['x'], [[value]]))
      expect(Number(cell)).toBe(value === 0 ? 0 : value)
    }),
  )
})

test.each([
  ['a plain table', ['a', 'b'], [[1, 'x']], 'a,b\r\n1,x\r\n'],
  ['quotes and commas', ['a'], [['say "hi", you']], 'a\r\n"say ""hi"", you"\r\n'],
  ['a line end in a cell', ['a'], [['one\r\ntwo']], 'a\r\n"one\r\ntwo"\r\n'],
  ['an empty cell', ['a', 'b'], [[null, '']], 'a,b\r\n,\r\n'],
  ['a formula', ['a'], [['=HYPERLINK("http://x","y")']], 'a\r\n"\'=HYPERLINK(""http://x"",""y"")"\r\n'],
  ['a minus that is text', ['a'], [['-1']], "a\r\n'-1\r\n"],
  ['a negative number', ['a'], [[-1.5]], 'a\r\n-1.5\r\n'],
])('%s is written as RFC 4180 says', (_, columns, rows, expected) => {
  expect(writeCsv(columns, rows)).toBe(expected)
})
