/** JSON as programs really write it: NaN and Infinity in it, several values one after another. */
import { errorText, problem } from '../../../core/messages/message.ts'

/** A string, or one of the words that JSON does not have. */
const STRING_OR_WORD = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\bInfinity\b|\bNaN\b/gs

/** @param line for messages: where the value begins, null where it is the whole file @throws Problem */
export function parseJson(name: string, text: string, line: number | null): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const plain = withoutPythonWords(text)
    if (plain !== null) {
      try {
        return JSON.parse(plain)
      } catch {
        // The first reading's words are of the file as it is.
      }
    }
    throw problem('json-broken', { name, line, detail: errorText(error) })
  }
}

/** NaN becomes null and Infinity a number beyond all; null where there is nothing of the kind. */
function withoutPythonWords(text: string): string | null {
  if (!text.includes('NaN') && !text.includes('Infinity')) return null
  return text.replace(STRING_OR_WORD, found =>
    found === 'NaN' ? 'null' : found === 'Infinity' ? '1e999' : found === '-Infinity' ? '-1e999' : found,
  )
}

/** Where a value that begins with a bracket ends; the text's length where it does not. */
export function endOfValue(text: string, start: number): number {
  let depth = 0
  for (let i = start; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 0x22: // "
        i = endOfString(text, i)
        break
      case 0x7b: // {
      case 0x5b: // [
        depth++
        break
      case 0x7d: // }
      case 0x5d: // ]
        if (--depth === 0) return i + 1
    }
  }
  return text.length
}

/** Place of the closing quotation mark. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0
    while (text[end - 1 - slashes] === '\\') slashes++
    if (slashes % 2 === 0) return end
  }
  return text.length
}

/** Between two values: white space and commas. */
const BETWEEN = /[\s,]*/y

/** Where the next value begins, from `at` on. */
export function skipBetween(text: string, at: number): number {
  BETWEEN.lastIndex = at
  BETWEEN.exec(text)
  return BETWEEN.lastIndex
}
