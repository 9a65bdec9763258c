import { lazy, type PointerEvent, Suspense } from 'react'
import { argmax } from '../../core/math/statistics.ts'
import { DIAL_STEPS } from '../../core/policy/dial.ts'
import { usePlayground } from '../context.ts'
import { formatPercent } from '../format.ts'
import { priceColour } from '../priceRamp.ts'

const SpectrumChart = lazy(() => import('./SpectrumChart.tsx'))

/** pi(a | x, w) over the whole dial as a stacked area, cheapest LLM at the bottom. The dial is its cursor; dragging here moves the dial. */
export function Spectrum() {
  const rows = usePlayground(state => state.routing?.spectrum)
  const llms = usePlayground(state => state.loaded?.world.llms)
  const setCost = usePlayground(state => state.setCost)
  const touchDial = usePlayground(state => state.touchDial)
  if (!rows || !llms) return <div className="spectrum" />
  const onDrag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons === 0) return
    const box = event.currentTarget.getBoundingClientRect()
    touchDial()
    setCost((event.clientX - box.left) / box.width)
  }
  const runs = choiceRuns(rows)
  return (
    <figure className="spectrum">
      <div
        className="spectrum-plot"
        onPointerDown={event => {
          event.currentTarget.setPointerCapture(event.pointerId)
          onDrag(event)
        }}
        onPointerMove={onDrag}
      >
        <Suspense fallback={null}>
          <SpectrumChart rows={rows} llms={llms} />
        </Suspense>
        <Cursor />
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
        <span>{formatPercent(1)} quality</span>
        <span>
          Probability of each LLM along the dial for this prompt; the strip below shows the one that is routed
          to.
        </span>
        <span>{formatPercent(1)} saving</span>
      </figcaption>
    </figure>
  )
}

function Cursor() {
  const wc = usePlayground(state => state.w.cost)
  return <div className="cursor" style={{ left: `${wc * 100}%` }} />
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
