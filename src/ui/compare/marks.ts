/** What the chart of cost against quality draws, before it knows its size. */
import { frontier, type OperatingPoint } from '../../core/evaluation/frontier.ts'
import type { Contender, Kind } from './contenders.ts'

/** A place the cursor can stand on. */
export interface Mark extends OperatingPoint {
  readonly key: string
  /** Key of the contender it belongs to. */
  readonly contender: string
  readonly label: string
  readonly kind: Kind
  readonly arm: number | null
  /** Null for what is the same all along the dial. */
  readonly wc: number | null
  readonly reward: number
  readonly qualitySd: number | null
}

export interface Curve {
  readonly key: string
  readonly label: string
  readonly kind: Kind
  readonly marks: readonly Mark[]
}

export interface Drawing {
  /** Single LLMs and the random router. */
  readonly points: readonly Mark[]
  /** What moves along the dial; the policy is last, on top. */
  readonly curves: readonly Curve[]
  /** The Zero router: mixtures of single LLMs, close enough together to be drawn over any axis. */
  readonly hull: readonly OperatingPoint[]
  /** Everything the cursor can stand on, by rising cost. */
  readonly marks: readonly Mark[]
}

const ORDER: readonly Kind[] = ['bound', 'full-information', 'bandit', 'policy']

export function drawingOf(list: readonly Contender[]): Drawing {
  const points = list
    .filter(({ kind, router }) => kind === 'llm' || router === 'random')
    .map(contender => markOf(contender, 0, null))
  const curves = list
    .filter(({ kind, router }) => kind !== 'llm' && (kind !== 'bound' || router === 'oracle'))
    .map(contender => ({
      key: contender.key,
      label: contender.label,
      kind: contender.kind,
      marks: contender.sweep.map(({ wc }, i) => markOf(contender, i, wc)),
    }))
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
  const marks = [...points, ...curves.flatMap(curve => curve.marks)]
  return {
    points,
    curves,
    hull: mixtures(frontier(points.filter(({ kind }) => kind === 'llm'))),
    marks: marks.sort((a, b) => a.costUsd - b.costUsd || a.quality - b.quality),
  }
}

/** Points drawn for the mixtures of two LLMs. */
const MIXTURES = 24

/**
 * Points along a frontier. Mixing two LLMs by a coin goes straight in dollars, and so bends below the straight line that a
 * logarithmic axis would draw between them.
 */
function mixtures(hull: readonly OperatingPoint[]): OperatingPoint[] {
  return hull.flatMap((to, i) => {
    const from = hull[i - 1]
    if (!from) return [to]
    return Array.from({ length: MIXTURES }, (_, step) => {
      // Cubed: dense towards the cheap end, where a logarithmic axis is wide.
      const share = ((step + 1) / MIXTURES) ** 3
      return {
        costUsd: from.costUsd + share * (to.costUsd - from.costUsd),
        quality: from.quality + share * (to.quality - from.quality),
      }
    })
  })
}

function markOf({ key, label, kind, arm, sweep, reward }: Contender, i: number, wc: number | null): Mark {
  const { costUsd, quality, qualitySd } = sweep[i]
  return {
    key: wc === null ? key : `${key}@${wc}`,
    contender: key,
    label,
    kind,
    arm,
    wc,
    costUsd,
    quality,
    qualitySd,
    reward: wc === null ? reward : sweep[i].reward,
  }
}

/** Where a drawn curve stands at any place of the dial: on the straight line, over a logarithmic axis, between the places that were evaluated. */
export function alongDial(
  marks: readonly { readonly wc: number | null; readonly costUsd: number; readonly quality: number }[],
  wc: number,
): OperatingPoint | null {
  const after = marks.findIndex(mark => mark.wc !== null && mark.wc >= wc - 1e-9)
  const right = marks[after] ?? marks.at(-1)
  const left = marks[after - 1] ?? right
  if (!right || !left || left.wc === null || right.wc === null) return null
  const span = right.wc - left.wc
  const t = span > 0 ? Math.min(1, Math.max(0, (wc - left.wc) / span)) : 0
  const logarithms = left.costUsd > 0 && right.costUsd > 0
  return {
    costUsd: logarithms
      ? left.costUsd ** (1 - t) * right.costUsd ** t
      : left.costUsd + t * (right.costUsd - left.costUsd),
    quality: left.quality + t * (right.quality - left.quality),
  }
}
