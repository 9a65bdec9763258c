import { TRAINING_TABLE, type TrainingSettings } from '../../../core/experiment/training.ts'
import type { ChoiceRow, NumberRow } from '../../../core/experiment/trainingRows.ts'
import { useActions, usePlayground, useTraining } from '../../context.ts'
import { formatFigure, formatUsdPerThousand } from '../../format.ts'
import { usePart } from '../../usePart.ts'
import { NumberField } from '../../widgets/NumberField.tsx'
import { Families } from './Families.tsx'
import './Setting.css'

/** As precise as a bound is. */
const DIGITS = 9

/** One row of the settings table: its control, what it does, and where it enters. */
export function Setting({ name }: { name: keyof TrainingSettings }) {
  const row = TRAINING_TABLE[name]
  const value = useTraining(state => state.settings[name])
  return (
    <div className="setting" {...usePart(`setting-${name}`)}>
      {row.kind === 'number' && typeof value === 'number' && (
        <NumberSetting name={name} row={row} value={value} />
      )}
      {row.kind === 'choice' && typeof value === 'string' && (
        <ChoiceSetting name={name} row={row} value={value} />
      )}
      {row.kind === 'families' && <Families row={row} />}
      <p className="quiet">
        {row.help} {row.formula && <span className="symbol">{row.formula}</span>}
      </p>
    </div>
  )
}

function titleOf({ label, symbol }: { label: string; symbol: string }): string {
  return symbol === '' ? label : `${label} ${symbol}`
}

function NumberSetting({
  name,
  row,
  value,
}: {
  name: keyof TrainingSettings
  row: NumberRow
  value: number
}) {
  const { applyView } = useActions()
  const tauUsd = usePlayground(state => state.loaded?.world.tauUsd)
  const unused = useTraining(state => name === 'fixedCost' && state.settings.preferences !== 'fixed')
  const inDollars =
    name === 'tauScale' && tauUsd !== undefined
      ? `; τ = ${formatUsdPerThousand(value * tauUsd)} per 1,000 prompts`
      : ''
  return (
    <NumberField
      label={titleOf(row)}
      unit={row.unit}
      hint={`${formatFigure(row.min, DIGITS)} to ${formatFigure(row.max, DIGITS)}${inDollars}`}
      value={value}
      whole={row.whole}
      disabled={unused}
      onCommit={typed => applyView({ [name]: typed })}
    />
  )
}

function ChoiceSetting({
  name,
  row,
  value,
}: {
  name: keyof TrainingSettings
  row: ChoiceRow
  value: string
}) {
  const { applyView } = useActions()
  return (
    <span className="field">
      <label htmlFor={`setting-${name}`}>{titleOf(row)}</label>
      <select
        id={`setting-${name}`}
        value={value}
        onChange={event => applyView({ [name]: event.target.value })}
      >
        {row.options.map(option => (
          <option key={option} value={option}>
            {row.names[option]}
          </option>
        ))}
      </select>
    </span>
  )
}
