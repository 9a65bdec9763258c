/** Numbers as the page writes them: short, tabular, with a thin space before the per cent sign. */

/** A score in [0, 1]: `.81`, `1.00`. */
export function formatScore(score: number): string {
  return score.toFixed(2).replace(/^(-?)0\./, '$1.')
}

/** A reward in [-1, 1], with a true minus sign. */
export function formatReward(reward: number): string {
  return formatScore(reward)
    .replace(/^-\.00$/, '.00')
    .replace('-', '−')
}

/** Dollars for 1,000 prompts, given dollars a call: `$0.043`, `$0.60`, `$8.7`, `$35`. */
export function formatUsdPerThousand(costUsd: number): string {
  const usd = costUsd * 1000
  if (usd === 0) return '$0'
  const digits = usd >= 9.95 ? 0 : usd >= 0.995 ? 1 : usd >= 0.0995 ? 2 : usd >= 0.00995 ? 3 : 4
  return `$${usd.toFixed(digits)}`
}

/** Dollars of one call, to two significant digits: `$0.0081`. */
export function formatUsd(usd: number): string {
  return `$${usd >= 0.095 || usd === 0 ? usd.toFixed(2) : Number(usd.toPrecision(2)).toFixed(1 - Math.floor(Math.log10(usd)))}`
}

/** A whole number with its thousands set apart: `39,680`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en')
}

/** A reward or an advantage with its sign: `+.21`, `−.04`. */
export function formatSigned(value: number): string {
  const text = formatReward(value)
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
    ? `$${priceInUsdPerMillion}`
    : `$${priceInUsdPerMillion} / ${priceOutUsdPerMillion}`
}

/** How many times dearer: `1.4 times`, `14 times`. */
export function formatRatio(ratio: number): string {
  return `${ratio >= 10 ? Math.round(ratio) : ratio.toFixed(1)} times`
}

/** Bytes as megabytes or kilobytes. */
export function formatBytes(bytes: number): string {
  return bytes >= 1e6 ? `${Math.round(bytes / 1e6)} MB` : `${Math.max(1, Math.round(bytes / 1e3))} kB`
}

/** The dial in words: `70 % quality / 30 % saving`. */
export function formatPreference(w: { readonly quality: number; readonly cost: number }): string {
  const saving = Math.round(w.cost * 100)
  return `${100 - saving} % quality / ${saving} % saving`
}

/** Seconds as a person would say them: `8 s`, `3 min`, `1 h 20 min`. */
export function formatDuration(seconds: number): string {
  if (seconds < 99.5) return `${Math.max(1, Math.round(seconds))} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
