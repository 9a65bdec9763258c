/** Cost against quality: the frontier of a router and the area under it (RouterBench, arXiv 2403.12031, Sec. 3). */

/** A router's mean cost (dollars a query) and mean quality ([0, 1]) at one setting. */
export interface OperatingPoint {
  readonly costUsd: number
  readonly quality: number
}

/**
 * Non-decreasing convex hull (NDCH): the upper concave envelope of the points, cut where quality stops rising.
 * Mixing two routers by a coin reaches every point between them. Returned by rising cost.
 */
export function frontier(points: readonly OperatingPoint[]): OperatingPoint[] {
  const sorted = [...points].sort((a, b) => a.costUsd - b.costUsd || b.quality - a.quality)
  const hull: OperatingPoint[] = []
  for (const point of sorted) {
    const last = hull.at(-1)
    if (last && point.quality <= last.quality) continue
    while (hull.length >= 2 && !turnsDown(hull[hull.length - 2], hull[hull.length - 1], point)) hull.pop()
    hull.push(point)
  }
  return hull
}

/** Whether b lies strictly above the segment from a to c. */
function turnsDown(a: OperatingPoint, b: OperatingPoint, c: OperatingPoint): boolean {
  return (b.quality - a.quality) * (c.costUsd - a.costUsd) > (c.quality - a.quality) * (b.costUsd - a.costUsd)
}

/**
 * The frontier's quality at a mean cost. Below its cheapest point that point is mixed with answering nothing
 * (no cost, no quality); above its dearest, it keeps its best quality.
 * @param hull as returned by `frontier`, not empty
 */
export function qualityAt(hull: readonly OperatingPoint[], costUsd: number): number {
  let left: OperatingPoint = { costUsd: 0, quality: 0 }
  for (const right of hull) {
    if (costUsd < right.costUsd) {
      const share = (costUsd - left.costUsd) / (right.costUsd - left.costUsd)
      return left.quality + share * (right.quality - left.quality)
    }
    left = right
  }
  return left.quality
}

/**
 * Average improvement in quality: the mean of the frontier's quality over a range of costs,
 * 1 / (c_max - c_min) * integral of NDCH(c) dc. In [0, 1]. Where all LLMs cost the same, its limit: the quality at that cost.
 * @param range mean costs in dollars, min <= max: those of the cheapest and the dearest single LLM
 */
export function aiq(
  points: readonly OperatingPoint[],
  range: { readonly min: number; readonly max: number },
): number {
  const hull = frontier(points)
  if (range.min === range.max) return qualityAt(hull, range.min)
  const inside = hull.map(p => p.costUsd).filter(c => c > range.min && c < range.max)
  const knots = [range.min, ...inside, range.max]
  let area = 0
  for (let i = 1; i < knots.length; i++) {
    area += ((qualityAt(hull, knots[i - 1]) + qualityAt(hull, knots[i])) / 2) * (knots[i] - knots[i - 1])
  }
  return area / (range.max - range.min)
}
