/**
 * Colour means price: a ramp in OKLab from cool (cheap) to warm (dear), one for each theme. Lightness rises steadily along both,
 * so the order survives every kind of colour blindness and a black-and-white print; every colour of them stands at least 3 to 1
 * against its theme's paper and track.
 */
export type Oklab = readonly [lightness: number, a: number, b: number]

export const RAMPS = {
  light: [
    [0.36, -0.02, -0.11],
    [0.44, 0.02, -0.125],
    [0.51, 0.105, -0.035],
    [0.575, 0.115, 0.065],
    [0.63, 0.058, 0.122],
  ],
  dark: [
    [0.56, -0.03, -0.12],
    [0.63, 0.025, -0.105],
    [0.7, 0.1, -0.03],
    [0.77, 0.09, 0.075],
    [0.87, 0.015, 0.14],
  ],
} as const satisfies Readonly<Record<string, readonly Oklab[]>>

/** The relative luminance at which black and white are equally easy to read: both 4.6 to 1. */
const EVEN_LUMINANCE = 0.179

/** The colour of rank `index` among `count` LLMs, cheapest first, as CSS: that of the theme in force. */
export function priceColour(index: number, count: number): string {
  return `light-dark(${css(colourAt(RAMPS.light, index, count))}, ${css(colourAt(RAMPS.dark, index, count))})`
}

/** Black or white, whichever is easier to read on that colour, as CSS: that of the theme in force. */
export function inkOn(index: number, count: number): string {
  const ink = (ramp: readonly Oklab[]) =>
    luminance(colourAt(ramp, index, count)) > EVEN_LUMINANCE ? 'black' : 'white'
  return `light-dark(${ink(RAMPS.light)}, ${ink(RAMPS.dark)})`
}

/** Rank `index` of `count` on a ramp. */
export function colourAt(ramp: readonly Oklab[], index: number, count: number): Oklab {
  const position = (count > 1 ? index / (count - 1) : 0) * (ramp.length - 1)
  const below = Math.min(Math.floor(position), ramp.length - 2)
  const t = position - below
  const [l, a, b] = ramp[below].map((x, i) => x + t * (ramp[below + 1][i] - x))
  return [l, a, b]
}

/** Relative luminance, 0 to 1 (WCAG 2.2), of a colour in OKLab (Ottosson 2020). */
export function luminance([l, a, b]: Oklab): number {
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  const red = 4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short
  const green = -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short
  const blue = -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short
  const inGamut = (channel: number) => Math.min(1, Math.max(0, channel))
  return 0.2126 * inGamut(red) + 0.7152 * inGamut(green) + 0.0722 * inGamut(blue)
}

function css([l, a, b]: Oklab): string {
  return `oklab(${l.toFixed(3)} ${a.toFixed(3)} ${b.toFixed(3)})`
}
