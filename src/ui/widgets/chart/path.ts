/** Drawn shapes as SVG path data; coordinates to a tenth of a pixel. */

const at = (x: number, y: number): string => `${x.toFixed(1)},${y.toFixed(1)}`

/** A line through the points; a null breaks it. */
export function linePath(xs: readonly number[], ys: readonly (number | null)[]): string {
  let path = ''
  let drawing = false
  ys.forEach((y, i) => {
    if (y !== null) path += `${drawing ? 'L' : 'M'}${at(xs[i], y)}`
    drawing = y !== null
  })
  return path
}

/** The area between two lines over the same xs; empty for fewer than two points. */
export function bandPath(xs: readonly number[], tops: readonly number[], bottoms: readonly number[]): string {
  if (xs.length < 2) return ''
  const there = xs.map((x, i) => at(x, tops[i]))
  const back = xs.map((x, i) => at(x, bottoms[i])).reverse()
  return `M${there.join('L')}L${back.join('L')}Z`
}

/** At most `most` places of a list of `length`, evenly spread, first and last kept. */
export function thin(length: number, most: number): number[] {
  if (length <= most) return Array.from({ length }, (_, i) => i)
  return Array.from({ length: most }, (_, i) => Math.round((i * (length - 1)) / (most - 1)))
}

/**
 * Moves labels apart so that no two are closer than `gap`, each as near to its wish as that allows, all within [low, high].
 * Order is kept; when there is no room for all, they are spread evenly.
 */
export function spreadLabels(wishes: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wishes.map((_, i) => i).sort((a, b) => wishes[a] - wishes[b])
  const room = Math.min(gap, (high - low) / Math.max(1, wishes.length - 1))
  const places = order.map(i => Math.min(high, Math.max(low, wishes[i])))
  for (let i = 1; i < places.length; i++) places[i] = Math.max(places[i], places[i - 1] + room)
  places.forEach((place, i) => {
    places[i] = Math.min(place, high - room * (places.length - 1 - i))
  })
  const placed: number[] = []
  order.forEach((label, i) => {
    placed[label] = places[i]
  })
  return placed
}
