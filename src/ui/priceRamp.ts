/**
 * Colour means price: one ramp in OKLab from cool (cheap) to warm (dear). Lightness rises steadily along it,
 * so the order survives every kind of colour blindness and a black-and-white print.
 */
type Oklab = readonly [lightness: number, a: number, b: number]

const STOPS: readonly Oklab[] = [
  [0.42, -0.03, -0.12],
  [0.52, 0.03, -0.115],
  [0.61, 0.115, -0.03],
  [0.7, 0.11, 0.085],
  [0.82, 0.03, 0.145],
]

/** The colour of rank `index` among `count` LLMs, cheapest first, as CSS. */
export function priceColour(index: number, count: number): string {
  const position = (count > 1 ? index / (count - 1) : 0) * (STOPS.length - 1)
  const below = Math.min(Math.floor(position), STOPS.length - 2)
  const t = position - below
  const mix = STOPS[below].map((x, i) => x + t * (STOPS[below + 1][i] - x))
  return `oklab(${mix.map(x => x.toFixed(3)).join(' ')})`
}

/** Whether black or white text is easier to read on that colour. */
export function inkOn(index: number, count: number): 'black' | 'white' {
  return index / Math.max(1, count - 1) > 0.55 ? 'black' : 'white'
}
