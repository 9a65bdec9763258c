import { memo } from 'react'
import type { OperatingPoint } from '../../core/evaluation/frontier.ts'
import { usePlayground } from '../context.ts'
import { priceColour } from '../priceRamp.ts'
import { linePath } from '../widgets/chart/path.ts'
import { alongDial, type Curve, type Drawing, type Mark } from './marks.ts'
import type { Placed } from './place.ts'

/** From dollars and score to px. */
export interface Scales {
  readonly x: (costUsd: number) => number
  readonly y: (quality: number) => number
}

interface Props extends Scales {
  drawing: Drawing
  labels: readonly Placed[]
  arms: number
  /** The LLM lit everywhere, or null. */
  lit: number | null
  /** Key of the contender in focus, or null. */
  focus: string | null
}

/** Hull, curves, points and names. Redrawn for new figures or another focus, never by the dial. */
export const FrontierMarks = memo(function FrontierMarks({ drawing, labels, arms, lit, focus, x, y }: Props) {
  const place = ({ costUsd, quality }: OperatingPoint) => ({ x: x(costUsd), y: y(quality) })
  const dimmed = (key: string) => focus !== null && focus !== key
  const hull = drawing.hull.map(place)
  return (
    <>
      <path
        className={`hull ${dimmed('zero') ? 'dimmed' : ''}`}
        d={linePath(
          hull.map(point => point.x),
          hull.map(point => point.y),
        )}
      />
      {drawing.curves.map(curve => (
        <DrawnCurve
          key={curve.key}
          curve={curve}
          x={x}
          y={y}
          dimmed={dimmed(curve.key)}
          lit={focus === curve.key}
        />
      ))}
      {drawing.points.map(mark => (
        <Point
          key={mark.key}
          mark={mark}
          x={x}
          y={y}
          colour={mark.arm === null ? null : priceColour(mark.arm, arms)}
          dimmed={dimmed(mark.contender) || (lit !== null && mark.arm !== lit)}
          lit={focus === mark.contender || (lit !== null && mark.arm === lit)}
        />
      ))}
      {labels.map(({ key, text, spot, textX, textY, align, led }) => (
        <g key={key} className={dimmed(key) ? 'dimmed' : ''}>
          {led && <line className="leader" x1={spot.x} y1={spot.y} x2={textX} y2={textY} />}
          <text
            className={`name ${nameClass(drawing, key)}`}
            x={textX}
            y={textY}
            dy="0.32em"
            textAnchor={align}
          >
            {text}
          </text>
        </g>
      ))}
    </>
  )
})

function nameClass({ curves }: Drawing, key: string): string {
  return `of-${curves.find(curve => curve.key === key)?.kind ?? 'point'}`
}

function DrawnCurve({ curve, x, y, dimmed, lit }: { curve: Curve; dimmed: boolean; lit: boolean } & Scales) {
  const { marks, kind } = curve
  const shape = `curve of-${kind} ${dimmed ? 'dimmed' : ''} ${lit ? 'lit' : ''}`
  return (
    <g className={shape}>
      <path
        d={linePath(
          marks.map(({ costUsd }) => x(costUsd)),
          marks.map(({ quality }) => y(quality)),
        )}
      />
      {marks.map(
        ({ key, costUsd, quality, qualitySd }) =>
          qualitySd !== null &&
          qualitySd > 0 && (
            <line
              key={key}
              className="spread"
              x1={x(costUsd)}
              x2={x(costUsd)}
              y1={y(quality - qualitySd)}
              y2={y(quality + qualitySd)}
            />
          ),
      )}
      {marks.map(({ key, costUsd, quality }) => (
        <circle key={key} cx={x(costUsd)} cy={y(quality)} r={kind === 'policy' ? 3 : 1.75} />
      ))}
    </g>
  )
}

interface PointProps extends Scales {
  mark: Mark
  colour: string | null
  dimmed: boolean
  lit: boolean
}

function Point({ mark, colour, dimmed, lit, x, y }: PointProps) {
  return (
    <circle
      className={`point ${dimmed ? 'dimmed' : ''}`}
      {...(colour ? { style: { fill: colour } } : {})}
      cx={x(mark.costUsd)}
      cy={y(mark.quality)}
      r={lit ? 7 : 5}
    />
  )
}

/** Where the dial stands on the policy's curve: the one mark that moves with it. */
export function DialMark({ curve, x, y }: { curve: Curve | undefined } & Scales) {
  const wc = usePlayground(state => state.w.cost)
  const at = curve && alongDial(curve.marks, wc)
  if (!at) return null
  return <circle className="dial-mark" cx={x(at.costUsd)} cy={y(at.quality)} r={7} />
}
