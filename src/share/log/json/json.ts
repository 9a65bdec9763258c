/** JSON in its forms: one document, one object a line, objects one after another; under any name. */
import { problem } from '../../../core/messages/message.ts'
import type { Table, TableFormat } from '../table.ts'
import { decodeText } from '../text.ts'
import { readDocument } from './documents.ts'
import { type EachRecord, tableOf } from './records.ts'
import { endOfValue, parseJson, skipBetween } from './values.ts'

export const JSON_TEXT: TableFormat = {
  claims: ({ text }) => /^[[{]/.test(text),
  read: readJson,
}

/** @throws Problem for a document without a list of records, and for what is not JSON, with its line */
function readJson(name: string, bytes: Uint8Array): Table {
  const { text, notes } = decodeText(name, bytes)
  const start = skipBetween(text, 0)
  const end = endOfValue(text, start)
  const next = skipBetween(text, end)
  const several = next < text.length && (text[next] === '{' || text[next] === '[')
  const isLine = !text.slice(start, end).includes('\n')
  if (several || (isLine && /\.(jsonl|ndjson)$/i.test(name))) {
    const each = isLine ? eachLine(name, text) : eachValue(name, text)
    return { ...tableOf(name, isLine ? 'JSON lines' : 'JSON objects', each), notes }
  }
  return { ...readDocument(name, parseJson(name, text, null)), notes }
}

/** One object a line. */
function eachLine(name: string, text: string): EachRecord {
  return visit => {
    let row = 0
    for (let start = 0; start < text.length; row++) {
      const end = text.indexOf('\n', start)
      const line = text.slice(start, end < 0 ? text.length : end)
      start = end < 0 ? text.length : end + 1
      const value = line.slice(skipBetween(line, 0)).replace(/[\s,]+$/, '')
      if (value !== '') visit(parseJson(name, value, row + 1), row + 1)
    }
  }
}

/** Objects that take several lines each, numbered from 1. */
function eachValue(name: string, text: string): EachRecord {
  return visit => {
    let row = 0
    for (let start = skipBetween(text, 0); start < text.length; ) {
      const end = endOfValue(text, start)
      row++
      if (text[start] !== '{') throw problem('json-row-not-an-object', { name, row })
      visit(parseJson(name, text.slice(start, end), null), row)
      start = skipBetween(text, end)
    }
  }
}
