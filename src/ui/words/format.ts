/** Numbers and dates as a language writes them. */
export interface Format {
  /** A whole number: 12,345. */
  readonly count: (value: number) => string
  /** A number to so many significant digits. */
  readonly figure: (value: number, digits: number) => string
  /** A day: Nov 26, 2026. @param time milliseconds since 1970 */
  readonly day: (time: number) => string
}

/** @param language a BCP 47 tag */
export function createFormat(language: string): Format {
  const counts = new Intl.NumberFormat(language, { maximumFractionDigits: 0 })
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium' })
  return {
    count: value => counts.format(value),
    figure: (value, digits) => value.toLocaleString(language, { maximumSignificantDigits: digits }),
    day: time => days.format(time),
  }
}
