import type { Line } from '../lines.ts'
import { bandPath, linePath, thin } from '../path.ts'

interface Props {
  line: Line
  x: (value: number) => number
  y: (value: number) => number
  /** Last x that is in the plot. */
  end: number
}

/** Points closer than this, px, are not told apart. */
const PX_A_POINT = 1.5

/** One line with its band. */
export function DrawnLine({ line, x, y, end }: Props) {
  const beyond = line.x.findIndex(value => value > end)
  const count = beyond < 0 ? line.x.length : beyond
  const shown = thin(count, Math.ceil((x(end) - x(0)) / PX_A_POINT))
  const xs = shown.map(i => x(line.x[i]))
  const { low = [], high = [] } = line.band ?? {}
  const colour = typeof line.tone === 'object' ? line.tone.colour : undefined
  return (
    <>
      {line.band && (
        <path
          className={`band ${toneClass(line.tone)}`}
          {...(colour ? { fill: colour } : {})}
          d={bandPath(
            xs,
            shown.map(i => y(high[i])),
            shown.map(i => y(low[i])),
          )}
        />
      )}
      <path
        className={`line ${toneClass(line.tone)}`}
        {...(colour ? { stroke: colour } : {})}
        d={linePath(
          xs,
          shown.map(i => line.y[i]).map(value => (value === null ? null : y(value))),
        )}
      />
    </>
  )
}

/** Its colour's class. */
export function toneClass(tone: Line['tone']): string {
  return typeof tone === 'object' ? 'own-colour' : `tone-${tone}`
}
