/** What is named in the chart, in the order in which it gets a place. */
import type { OperatingPoint } from '../../core/evaluation/frontier.ts'
import type { Curve, Drawing } from './marks.ts'
import { type Anchor, type Box, boxAround, boxesAlong, type Placed, placeLabels } from './place.ts'

type Scale = (value: number) => number

/** Names for the policy, every LLM and random, the hull, and the other curves; none covers a point, a curve or another. */
export function labelsOf({ points, curves, hull }: Drawing, x: Scale, y: Scale, frame: Box): Placed[] {
  const place = ({ costUsd, quality }: OperatingPoint) => ({ x: x(costUsd), y: y(quality) })
  const policy = curves.filter(({ kind }) => kind === 'policy')
  const others = curves.filter(({ kind }) => kind !== 'policy')
  const ofCurve = ({ key, label, marks }: Curve): Anchor => {
    const spots = [marks[Math.floor(marks.length / 3)], marks[0], marks.at(-1), ...marks]
    return { key, text: label, points: spots.filter(mark => mark !== undefined).map(place) }
  }
  const zero = { key: 'zero', text: 'Zero router', points: hull.map(place).toReversed(), below: true }
  const anchors = [
    ...policy.map(ofCurve),
    ...points.map(mark => ({ key: mark.contender, text: mark.label, points: [place(mark)] })),
    zero,
    ...others.map(ofCurve),
  ]
  const taken = [
    ...points.map(mark => boxAround(x(mark.costUsd), y(mark.quality), 6)),
    ...boxesAlong(hull.map(place)),
    ...curves.flatMap(({ marks, kind }) =>
      // A reference's thin line may pass behind a name; the policy's may not.
      kind === 'policy'
        ? boxesAlong(marks.map(place))
        : marks.map(mark => boxAround(x(mark.costUsd), y(mark.quality), 3)),
    ),
  ]
  return placeLabels(anchors, taken, frame)
}
