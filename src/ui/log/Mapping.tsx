import { type ColumnProfile, type ColumnRole, isPerLlm, ROLES, type Role } from '../../core/log/mapping.ts'
import { useActions, useLog } from '../context.ts'
import { formatCount, formatFigure } from '../format.ts'
import { usePart } from '../usePart.ts'
import { Units } from './Units.tsx'
import './Mapping.css'

const MEANINGS: Readonly<Record<Role, string>> = {
  ignore: 'nothing',
  prompt: 'the prompt’s text',
  family: 'its family (task)',
  model: 'the LLM’s name',
  score: 'a score',
  cost: 'a cost',
  tokensIn: 'input tokens',
  tokensOut: 'output tokens',
}

/** What each column means: guessed, and correctable. */
export function Mapping({ all, onAll }: { all: boolean; onAll: (all: boolean) => void }) {
  const preview = useLog(state => state.preview)
  const mapping = useLog(state => state.mapping)
  const { close } = useActions().log
  const part = usePart('log-columns')
  if (!preview || !mapping) return null
  const used = mapping.columns.filter(({ role }) => role !== 'ignore').length
  const aside = mapping.columns.length - used
  return (
    <>
      <p>
        <strong>{preview.name}</strong>: {preview.format}, {formatCount(preview.rows)} rows,{' '}
        {preview.columns.length} columns
        {preview.models.length > 0 && `, a list of ${preview.models.length} LLMs beside it`}.{' '}
        <button type="button" className="small" onClick={close}>
          Close this file
        </button>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long table scrolls, and must do so by keyboard too */}
      <section className="mapping" {...part} tabIndex={0} aria-label="What the columns mean">
        <table>
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Holds</th>
              <th scope="col">Values</th>
            </tr>
          </thead>
          <tbody>
            {preview.columns.map((column, i) => {
              const role = mapping.columns[i]
              return all || used === 0 || role.role !== 'ignore' ? (
                <Column key={column.name} column={column} place={i} role={role} />
              ) : null
            })}
          </tbody>
        </table>
      </section>
      <div className="mapping-foot">
        {aside > 0 && (
          <label>
            <input type="checkbox" checked={all} onChange={event => onAll(event.target.checked)} />{' '}
            {aside === 1 ? 'show the column' : `show the ${aside} columns`} left aside
          </label>
        )}
      </div>
      <Units mapping={mapping} />
    </>
  )
}

function Column({ column, place, role }: { column: ColumnProfile; place: number; role: ColumnRole }) {
  const { assign } = useActions().log
  const long = useLog(state => state.mapping?.columns.some(other => other.role === 'model') ?? false)
  return (
    <tr>
      <th scope="row">{column.name}</th>
      <td>
        <select
          value={role.role}
          aria-label={`${column.name} holds`}
          onChange={event => {
            const chosen = ROLES.find(option => option === event.target.value)
            if (chosen) assign(place, { role: chosen, llm: isPerLlm(chosen) ? role.llm : '' })
          }}
        >
          {ROLES.map(option => (
            <option key={option} value={option}>
              {MEANINGS[option]}
            </option>
          ))}
        </select>{' '}
        {isPerLlm(role.role) && !long && (
          <span className="of-llm">
            of{' '}
            <input
              dir="auto"
              value={role.llm}
              placeholder={role.role === 'tokensIn' ? 'every LLM' : 'which LLM?'}
              aria-label={`LLM of ${column.name}`}
              onChange={event => assign(place, { role: role.role, llm: event.target.value })}
            />
          </span>
        )}
      </td>
      <td className="quiet">{valuesOf(column)}</td>
    </tr>
  )
}

/** Numbers by their range, texts by their first few. */
function valuesOf({ filled, numeric, min, max, samples }: ColumnProfile): string {
  if (filled === 0) return 'empty'
  if (numeric === filled) return `${format(min)} to ${format(max)}`
  return samples.map(sample => `“${sample}”`).join(', ')
}

function format(value: number): string {
  return formatFigure(value, 4)
}
