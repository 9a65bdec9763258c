import type { ChangeEvent } from 'react'
import { usePlayground } from '../context.ts'
import { formatPreference } from '../format.ts'
import { priceColour } from '../priceRamp.ts'
import { usePart } from '../usePart.ts'
import { useStaleState } from '../useStaleReason.ts'
import { useDialText } from './useDialText.ts'
import './Dial.css'

/** The dial: a native range over w_c, from all quality (left) to all saving (right), with the routed LLM beside it. */
export function Dial() {
  const w = usePlayground(state => state.w)
  const text = useDialText()
  const setCost = usePlayground(state => state.setCost)
  const touchDial = usePlayground(state => state.touchDial)
  const touched = usePlayground(state => state.dialTouched)
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    touchDial()
    setCost(Number(event.target.value) / 100)
  }
  return (
    <div className="dial" {...usePart('dial')}>
      <div className="dial-row">
        <label htmlFor="dial" className="dial-end">
          quality
        </label>
        <input
          id="dial"
          type="range"
          min={0}
          max={100}
          step={1}
          value={Math.round(w.cost * 100)}
          onChange={onChange}
          aria-label="Preference: quality against saving"
          aria-valuetext={text}
        />
        <span className="dial-end" aria-hidden="true">
          saving
        </span>
      </div>
      <p className="dial-value">
        <span>{formatPreference(w)}</span>
        <span className="dial-route">
          <Chosen />
          {!touched && <span className="hint">Drag: the same network answers for every trade-off.</span>}
        </span>
      </p>
    </div>
  )
}

/** Name and colour of the routed LLM. */
function Chosen() {
  const llms = usePlayground(state => state.loaded?.world.llms)
  const arm = usePlayground(state => state.routing?.explanation.arm)
  const stale = useStaleState()
  if (!llms || arm === undefined) return null
  return (
    <span className="dial-chosen" data-testid="chosen" {...stale}>
      → <span className="swatch" style={{ background: priceColour(arm, llms.length) }} />
      {llms[arm].name}
    </span>
  )
}
