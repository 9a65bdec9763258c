import { type KeyboardEvent, useId, useState } from 'react'
import { formatCount } from '../format.ts'
import type { PartId } from '../parts.ts'
import { usePart } from '../usePart.ts'
import './NumberField.css'

interface Props {
  /** Its id among the page's parts, where it is one by itself. */
  part?: PartId
  label: string
  value: number
  /** Said after the field. */
  unit?: string
  /** Said below it: range or meaning. */
  hint?: string
  whole?: boolean
  disabled?: boolean
  /** Numbers beyond these are refused here; where they are not given, whoever is called decides. */
  min?: number
  max?: number
  /** Called with what was typed, on Enter or on leaving the field. */
  onCommit: (value: number) => void
}

/** A number to type. What is being typed stands until Enter or until the field is left; Escape takes it back. */
export function NumberField(props: Props) {
  const { part, label, value, unit, hint, whole = false, disabled = false, onCommit } = props
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const { min = -Infinity, max = Infinity } = props
  const read = draft === null ? value : parseNumber(draft, whole)
  const typed = read !== null && read >= min && read <= max ? read : null
  const commit = () => {
    if (draft === null || typed === null) return
    setDraft(null)
    if (typed !== value) onCommit(typed)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit()
    if (event.key === 'Escape') setDraft(null)
  }
  const problem =
    read === null
      ? `Not a ${whole ? 'whole ' : ''}number.`
      : typed === null
        ? `From ${formatCount(min)} to ${formatCount(max)}.`
        : null
  return (
    <span className="field" {...usePart(part)}>
      <label htmlFor={id}>{label}</label>
      <span className="field-input">
        <input
          id={id}
          className="number"
          inputMode={whole ? 'numeric' : 'decimal'}
          autoComplete="off"
          disabled={disabled}
          value={draft ?? String(value)}
          aria-invalid={problem !== null}
          aria-describedby={hint || problem ? `${id}-hint` : undefined}
          onChange={event => setDraft(event.target.value)}
          onBlur={commit}
          onKeyDown={press}
        />
        {unit && <span className="quiet">{unit}</span>}
      </span>
      {(hint || problem) && (
        <span id={`${id}-hint`} className={problem ? 'problem' : 'quiet'}>
          {problem ?? hint}
        </span>
      )}
    </span>
  )
}

/** A number as a person writes it: `0.05`, `5e-2`, `20 000`, `20,000`; null for anything else. */
export function parseNumber(text: string, whole: boolean): number | null {
  const plain = text.replace(/[\s_\u202f]|,(?=\d{3}(?:\D|$))/g, '').replace('−', '-')
  if (!/^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(plain)) return null
  const value = Number(plain)
  return Number.isFinite(value) && (!whole || Number.isInteger(value)) ? value : null
}
