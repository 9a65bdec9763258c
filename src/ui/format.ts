/**
 * Numbers as the page writes them: short, tabular, with a space before the per cent sign. Digits, separators and where the
 * dollar sign stands are those of the page's language.
 */
import { pageWording } from './useWording.ts'

/** So many digits after the point, and none before it where it is zero, with a true minus sign: `.8125`, `−1.0`. */
export function formatDecimals(value: number, digits: number): string {
  return trueMinus(pageWording().decimals(value, digits)).replace(/^(−?)0(?=\D)/, '$1')
}

/** An activation, read as in code: `0.415`, `−2.500`. */
export function formatActivation(value: number): string {
  return trueMinus(pageWording().decimals(value, 3))
}

/** The minus sign is no hyphen, and what is rounded to zero has none. */
function trueMinus(written: string): string {
  return written.replace(/^-(?=[\D0]*$)/, '').replace('-', '−')
}

/** A score in [0, 1]: `.81`, `1.00`. */
export function formatScore(score: number): string {
  return formatDecimals(score, 2)
}

/** A reward in [-1, 1]: `.41`, `−.04`. */
export function formatReward(reward: number): string {
  return formatDecimals(reward, 2)
}

/** Dollars for 1,000 prompts, given dollars a call: `$0.043`, `$0.60`, `$8.7`, `$35`. */
export function formatUsdPerThousand(costUsd: number): string {
  const usd = costUsd * 1000
  if (usd === 0) return '$0'
  const digits = usd >= 9.95 ? 0 : usd >= 0.995 ? 1 : usd >= 0.0995 ? 2 : usd >= 0.00995 ? 3 : 4
  return pageWording().usd(usd, digits)
}

/** A whole number with its thousands set apart: `39,680`. */
export function formatCount(count: number): string {
  return pageWording().count(count)
}

/** Figures closer to zero than this are written by their power of ten. */
const TINY = 1e-5

/** A number as short as it can be said to so many significant digits: `0.05`, `1,234.5`, `2.1e−6`. */
export function formatFigure(value: number, digits: number): string {
  const { figure } = pageWording()
  if (value === 0 || Math.abs(value) >= TINY) return trueMinus(figure(value, digits))
  const [factor, power] = value.toExponential(digits - 1).split('e')
  return trueMinus(`${figure(Number(factor), digits)}e${power}`.replace('e-', 'e−'))
}

/** A difference with its sign: `+.21`, `−.04`. */
export function formatSigned(value: number, digits = 2): string {
  const text = formatDecimals(value, digits)
  return text.startsWith('−') ? text : `+${text}`
}

/** A share in [0, 1] as a whole percentage; tiny but real shares say so. */
export function formatPercent(share: number): string {
  if (share > 0 && share < 0.005) return '<1 %'
  return `${Math.round(share * 100)} %`
}

/** A price list entry: dollars per million tokens, in and out; a dash where no price is known. */
export function formatPrice({
  priceInUsdPerMillion,
  priceOutUsdPerMillion,
}: {
  readonly priceInUsdPerMillion: number
  readonly priceOutUsdPerMillion: number
}): string {
  if (priceInUsdPerMillion === 0 && priceOutUsdPerMillion === 0) return '–'
  return priceInUsdPerMillion === priceOutUsdPerMillion
    ? formatWholeUsd(priceInUsdPerMillion)
    : `${formatWholeUsd(priceInUsdPerMillion)} / ${pageWording().figure(priceOutUsdPerMillion, 12)}`
}

/** All the digits that a list price has. */
function formatWholeUsd(usd: number): string {
  const [, digits = ''] = String(usd).split('.')
  return pageWording().usd(usd, digits.length)
}

/** How many times dearer: `1.4 times`, `14 times`. */
export function formatRatio(ratio: number): string {
  const { count, decimals } = pageWording()
  return `${ratio >= 10 ? count(ratio) : decimals(ratio, 1)} times`
}

/** Bytes as megabytes or kilobytes. */
export function formatBytes(bytes: number): string {
  const { count } = pageWording()
  return bytes >= 1e6 ? `${count(bytes / 1e6)} MB` : `${count(Math.max(1, bytes / 1e3))} kB`
}

/** The dial in words: `70 % quality / 30 % saving`. */
export function formatPreference(w: { readonly quality: number; readonly cost: number }): string {
  const saving = Math.round(w.cost * 100)
  return `${100 - saving} % quality / ${saving} % saving`
}

/** A day: `Nov 26, 2026`. @param time milliseconds since 1970 */
export function formatDay(time: number): string {
  return pageWording().day(time)
}

/** Seconds as a person would say them: `8 s`, `3 min`, `1 h 20 min`. */
export function formatDuration(seconds: number): string {
  if (seconds < 99.5) return `${Math.max(1, Math.round(seconds))} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
