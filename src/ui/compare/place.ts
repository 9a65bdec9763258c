/** Where labels go so that they cover neither each other nor the points. */

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Spot {
  readonly x: number
  readonly y: number
}

export interface Anchor {
  readonly key: string
  readonly text: string
  /** Middles of the points it may stand by, px: one, or several along a line, the best first. */
  readonly points: readonly Spot[]
  /** For what has its own side: a line that others run above. */
  readonly below?: boolean
}

export interface Placed extends Pick<Anchor, 'key' | 'text'> {
  /** The point it stands by. */
  readonly spot: Spot
  /** Where the text stands: its left end (`start`), middle or right end, and its baseline's middle. */
  readonly textX: number
  readonly textY: number
  readonly align: 'start' | 'middle' | 'end'
  /** Whether it stands so far off that a thin line should lead to its point. */
  readonly led: boolean
}

const LINE_HEIGHT = 14
/** Mean width of a character of the 12 px system font, px. */
const CHARACTER = 6.4
const OFFSET = 8

/** Directions tried in turn, right first; then the same farther off. */
const SIDES = [
  { dx: 1, dy: 0, align: 'start' },
  { dx: -1, dy: 0, align: 'end' },
  { dx: 0, dy: -1.6, align: 'middle' },
  { dx: 0, dy: 1.6, align: 'middle' },
  { dx: 0.8, dy: -1.2, align: 'start' },
  { dx: 0.8, dy: 1.2, align: 'start' },
  { dx: -0.8, dy: -1.2, align: 'end' },
  { dx: -0.8, dy: 1.2, align: 'end' },
] as const
const REACHES = [1, 2, 3.2, 4.6]

export function textWidth(text: string): number {
  return text.length * CHARACTER
}

/**
 * A place for each label, the earlier ones first; labels that find none are left out.
 * @param taken boxes that no label may cover: points and lines, in pieces
 * @param frame all labels stay inside
 */
export function placeLabels(anchors: readonly Anchor[], taken: readonly Box[], frame: Box): Placed[] {
  const placed: Placed[] = []
  const boxes: Box[] = [...taken]
  for (const anchor of anchors) {
    const found = candidates(anchor).find(
      ({ box }) => inside(box, frame) && !boxes.some(other => overlap(box, other)),
    )
    if (!found) continue
    placed.push(found.label)
    boxes.push(found.box)
  }
  return placed
}

function candidates({ key, text, points, below }: Anchor): { label: Placed; box: Box }[] {
  const width = textWidth(text)
  const sides = SIDES.filter(({ dy }) => !below || dy > 0)
  return REACHES.flatMap(reach =>
    points.flatMap(spot =>
      sides.map(({ dx, dy, align }) => {
        const textX = spot.x + dx * OFFSET * reach
        const textY = spot.y + dy * OFFSET * reach
        const left = align === 'start' ? textX : align === 'end' ? textX - width : textX - width / 2
        const box = {
          left,
          right: left + width,
          top: textY - LINE_HEIGHT / 2,
          bottom: textY + LINE_HEIGHT / 2,
        }
        return { label: { key, text, spot, textX, textY, align, led: reach > 2 }, box }
      }),
    ),
  )
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

function inside(box: Box, frame: Box): boolean {
  return (
    box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom
  )
}

/** A square around a point. */
export function boxAround(x: number, y: number, radius: number): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }
}

/** Small boxes along a line, dense enough that no label can stand between them. */
export function boxesAlong(points: readonly Spot[], step = 8): Box[] {
  return points.slice(1).flatMap((to, i) => {
    const from = points[i]
    const pieces = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / step))
    return Array.from({ length: pieces + 1 }, (_, piece) => {
      const t = piece / pieces
      return boxAround(from.x + t * (to.x - from.x), from.y + t * (to.y - from.y), 2)
    })
  })
}
