import type { PointerEvent } from 'react'
import { argmax } from '../../core/math/statistics.ts'
import { DIAL_STEPS } from '../../core/policy/dial.ts'
import { usePlayground } from '../context.ts'
import { priceColour } from '../priceRamp.ts'
import { useTelling } from '../stage/useTelling.ts'
import { isAhead } from '../train/batch/describePhase.ts'
import { usePart } from '../usePart.ts'
import { useStaleState } from '../useStaleReason.ts'
import { SpectrumChart } from './SpectrumChart.tsx'
import './Spectrum.css'

/** pi(a | x, w) over the whole dial as a stacked area, cheapest LLM at the bottom. The dial is its cursor; dragging here moves the dial. */
export function Spectrum() {
  const rows = usePlayground(state => state.routing?.spectrum)
  const llms = usePlayground(state => state.loaded?.world.llms)
  const setCost = usePlayground(state => state.setCost)
  const touchDial = usePlayground(state => state.touchDial)
  const lit = usePlayground(state => state.lit)
  const light = usePlayground(state => state.light)
  const part = usePart('spectrum')
  const stale = useStaleState()
  if (!rows || !llms) return <div className="spectrum" {...part} />
  const onPointer = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const wc = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width))
    if (event.buttons === 0) {
      light(armAt(rows[Math.round(wc * DIAL_STEPS)], (box.bottom - event.clientY) / box.height))
      return
    }
    touchDial()
    setCost(wc)
  }
  const runs = choiceRuns(rows)
  return (
    <figure className="spectrum" {...part} {...stale}>
      <div
        className="spectrum-plot"
        onPointerDown={event => {
          event.currentTarget.setPointerCapture(event.pointerId)
          onPointer(event)
        }}
        onPointerMove={onPointer}
        onPointerLeave={() => light(null)}
      >
        <SpectrumChart rows={rows} llms={llms} lit={lit} />
        <Cursor />
        <ToldPreference />
      </div>
      <ol className="choice-strip" aria-label="Routed LLM along the dial">
        {runs.map(({ arm, from, to }) => (
          <li
            key={from}
            style={{ flexGrow: to - from + 1, background: priceColour(arm, llms.length) }}
            title={`${llms[arm].name}: ${from} to ${to} % saving`}
          >
            <span className="visually-hidden">
              {llms[arm].name} from {from} to {to} % saving
            </span>
          </li>
        ))}
      </ol>
      <figcaption>
        <span className="spectrum-note what">
          Probability of each LLM for this prompt, all along the dial
        </span>
        <span className="spectrum-note strip">strip: the LLM routed to</span>
      </figcaption>
    </figure>
  )
}

function Cursor() {
  const wc = usePlayground(state => state.w.cost)
  // A line that moves in a drawing that does not: an element that moved would have the page's layers sorted anew each time.
  return (
    <svg className="cursor" aria-hidden="true">
      <line x1={`${100 * wc}%`} x2={`${100 * wc}%`} y2="100%" />
    </svg>
  )
}

/** In slow motion: the preference of the round that is told, from when it is drawn. */
function ToldPreference() {
  const telling = useTelling()
  if (!telling || isAhead('preference', telling.phase)) return null
  const { wc } = telling.round
  return (
    <>
      <svg className="cursor told" aria-hidden="true">
        <line x1={`${100 * wc}%`} x2={`${100 * wc}%`} y2="100%" />
      </svg>
      <span
        className="told-preference"
        data-side={wc > 0.5 ? 'left' : 'right'}
        style={{ left: `${100 * wc}%` }}
      >
        this round
      </span>
    </>
  )
}

/** The LLM whose band is at `height` (0 bottom, 1 top) of a column of the stack. */
function armAt(row: Float32Array, height: number): number {
  let top = 0
  return Math.max(
    0,
    row.findIndex(share => {
      top += share
      return height <= top
    }),
  )
}

/** The dial cut where the argmax changes: runs of steps with one routed LLM. */
function choiceRuns(rows: readonly Float32Array[]): { arm: number; from: number; to: number }[] {
  const runs: { arm: number; from: number; to: number }[] = []
  rows.forEach((row, step) => {
    const arm = argmax(row)
    const last = runs.at(-1)
    if (last?.arm === arm) last.to = step
    else runs.push({ arm, from: (step * 100) / DIAL_STEPS, to: (step * 100) / DIAL_STEPS })
  })
  return runs
}
