/** Numbers and dates as a language writes them. */
export interface Format {
  /** A whole number: 12,345. */
  readonly count: (value: number) => string
  /** A number to so many significant digits: 0.123. */
  readonly figure: (value: number, digits: number) => string
  /** A number with so many digits after the point: 0.10. */
  readonly decimals: (value: number, digits: number) => string
  /** Dollars with so many digits after the point: $0.043. */
  readonly usd: (value: number, digits: number) => string
  /** A day: Nov 26, 2026. @param time milliseconds since 1970 */
  readonly day: (time: number) => string
}

/** @param language a BCP 47 tag */
export function createFormat(language: string): Format {
  const numbers = new Map<string, Intl.NumberFormat>()
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium' })
  return {
    count: value => write(value, { maximumFractionDigits: 0 }),
    figure: (value, digits) => write(value, { maximumSignificantDigits: digits }),
    decimals: (value, digits) => write(value, fixed(digits)),
    usd: (value, digits) =>
      write(value, {
        ...fixed(digits),
        style: 'currency',
        currency: 'USD',
        currencyDisplay: 'narrowSymbol',
      }),
    day: time => days.format(time),
  }

  /** Making a format takes a thousand times as long as using it, so each is made once. */
  function write(value: number, options: Intl.NumberFormatOptions): string {
    const key = JSON.stringify(options)
    const format = numbers.get(key) ?? new Intl.NumberFormat(language, options)
    numbers.set(key, format)
    return format.format(value)
  }
}

function fixed(digits: number): Intl.NumberFormatOptions {
  return { minimumFractionDigits: digits, maximumFractionDigits: digits }
}
