/** Lists, dictionaries, texts and numbers as Python prints them; commas may be missing, as in NumPy's arrays. */

const NAMED = new Map<string, unknown>([
  ['None', null],
  ['True', true],
  ['False', false],
  ['null', null],
  ['true', true],
  ['false', false],
  ['nan', null],
])
const ESCAPES = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['0', '\0'],
  ['b', '\b'],
  ['f', '\f'],
])
const CLOSING = new Map([
  ['[', ']'],
  ['(', ')'],
])
const MAX_DEPTH = 20
const WORD = /[\w.+-]+/y

/** Undefined for what is no literal. */
export function parsePythonLiteral(text: string): unknown {
  const reader = new Reader(text)
  try {
    const value = reader.value(1)
    return reader.atEnd ? value : undefined
  } catch {
    return undefined
  }
}

class Reader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  get atEnd(): boolean {
    this.#skip()
    return this.#at === this.#text.length
  }

  value(depth: number): unknown {
    if (depth > MAX_DEPTH) throw new SyntaxError()
    this.#skip()
    const first = this.#text[this.#at]
    const closing = CLOSING.get(first)
    if (closing !== undefined) return this.#list(closing, depth)
    if (first === '{') return this.#dictionary(depth)
    if (first === '"' || first === "'") return this.#string()
    return this.#word(depth)
  }

  #list(closing: string, depth: number): unknown[] {
    const items: unknown[] = []
    for (this.#at++; !this.#takes(closing); this.#takes(',')) items.push(this.value(depth + 1))
    return items
  }

  #dictionary(depth: number): Record<string, unknown> {
    const entries: [string, unknown][] = []
    for (this.#at++; !this.#takes('}'); this.#takes(',')) {
      const key = String(this.value(depth + 1))
      if (!this.#takes(':')) throw new SyntaxError()
      entries.push([key, this.value(depth + 1)])
    }
    return Object.fromEntries(entries)
  }

  #string(): string {
    const quote = this.#text[this.#at++]
    let text = ''
    for (; this.#text[this.#at] !== quote; this.#at++) {
      if (this.#at >= this.#text.length) throw new SyntaxError()
      text += this.#text[this.#at] === '\\' ? this.#escape() : this.#text[this.#at]
    }
    this.#at++
    return text
  }

  /** Leaves the place at the last character of the escape. */
  #escape(): string {
    const letter = this.#text[++this.#at]
    const length = letter === 'x' ? 2 : letter === 'u' ? 4 : letter === 'U' ? 8 : 0
    if (length === 0) return ESCAPES.get(letter) ?? letter
    const digits = this.#text.slice(this.#at + 1, this.#at + 1 + length)
    this.#at += length
    return String.fromCodePoint(Number.parseInt(digits, 16))
  }

  #word(depth: number): unknown {
    WORD.lastIndex = this.#at
    const word = WORD.exec(this.#text)?.[0]
    if (word === undefined) throw new SyntaxError()
    this.#at += word.length
    if (NAMED.has(word)) return NAMED.get(word)
    const number = Number(word)
    if (!Number.isNaN(number)) return number
    // `array([...], dtype=object)` is the list in it.
    if (word !== 'array' || !this.#takes('(')) throw new SyntaxError()
    const value = this.value(depth + 1)
    while (this.#at < this.#text.length && !this.#takes(')')) this.#at++
    return value
  }

  #takes(sign: string): boolean {
    this.#skip()
    if (this.#text[this.#at] !== sign) return false
    this.#at++
    return true
  }

  #skip(): void {
    while (this.#at < this.#text.length && /\s/.test(this.#text[this.#at])) this.#at++
  }
}
