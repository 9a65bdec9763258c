import type { Line } from './lines.ts'
import { bandPath, linePath } from './path.ts'

interface Props {
  line: Line
  x: (value: number) => number
  y: (value: number) => number
  /** Last x that is in the plot. */
  end: number
}

/** One line with its band. */
export function Drawn({ line, x, y, end }: Props) {
  const count = line.x.findIndex(value => value > end)
  const shown = count < 0 ? line.x.length : count
  const xs = line.x.slice(0, shown).map(x)
  const colour = typeof line.tone === 'object' ? line.tone.colour : undefined
  return (
    <>
      {line.band && (
        <path
          className={`band ${toneClass(line.tone)}`}
          {...(colour ? { fill: colour } : {})}
          d={bandPath(xs, line.band.high.slice(0, shown).map(y), line.band.low.slice(0, shown).map(y))}
        />
      )}
      <path
        className={`line ${toneClass(line.tone)}`}
        {...(colour ? { stroke: colour } : {})}
        d={linePath(
          xs,
          line.y.slice(0, shown).map(value => (value === null ? null : y(value))),
        )}
      />
    </>
  )
}

/** Its colour's class. */
export function toneClass(tone: Line['tone']): string {
  return typeof tone === 'object' ? 'own-colour' : `tone-${tone}`
}
