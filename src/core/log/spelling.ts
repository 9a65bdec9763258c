/** How a column writes its numbers: decided once for the whole column, from all of its cells. */
export interface NumberSpelling {
  /** What stands before the fraction; the other sign groups thousands. */
  readonly decimal: '.' | ','
  /** The unit that cells carry: `%`, a currency's sign or code; '' where they carry none. */
  readonly unit: string
  /** Words that stand for numbers (`pass` is 1), in lower case; null where there are none. */
  readonly words: Readonly<Record<string, number>> | null
}

export const PLAIN_NUMBERS: NumberSpelling = { decimal: '.', unit: '', words: null }

/** Units that are dollars, whatever their spelling. */
export function isDollars(unit: string): boolean {
  return unit === '' || unit === '$'
}
