import {
  COST_UNITS,
  type CostUnit,
  type Mapping,
  SCORE_SCALES,
  type ScoreScale,
} from '../../core/log/mapping.ts'
import { useActions } from '../context.ts'

const SCALES: Readonly<Record<ScoreScale, string>> = {
  1: '0 to 1',
  5: '0 to 5',
  10: '0 to 10',
  100: '0 to 100',
  range: 'their own range',
}
const UNITS: Readonly<Record<CostUnit, string>> = {
  dollars: 'dollars a call',
  cents: 'cents a call',
  'per-thousand': 'dollars per 1,000 calls',
  millionths: 'millionths of a dollar',
  'per-million-tokens': 'dollars per million tokens',
  'per-thousand-tokens': 'dollars per 1,000 tokens',
  'per-token': 'dollars per token',
}

/** What scores and costs are counted in, and which LLMs are left out: guessed, and correctable. */
export function Units({ mapping }: { mapping: Mapping }) {
  const { scale, costUnit, leaveOut } = useActions().log
  const hasCosts = mapping.columns.some(({ role }) => role === 'cost')
  return (
    <div className="mapping-foot">
      <label>
        scores run over{' '}
        <select
          value={mapping.scoreScale}
          onChange={event => {
            const chosen = SCORE_SCALES.find(option => String(option) === event.target.value)
            if (chosen) scale(chosen)
          }}
        >
          {SCORE_SCALES.map(option => (
            <option key={option} value={option}>
              {SCALES[option]}
            </option>
          ))}
        </select>
      </label>
      {hasCosts && (
        <label>
          costs are in{' '}
          <select
            value={mapping.costUnit}
            onChange={event => {
              const chosen = COST_UNITS.find(option => option === event.target.value)
              if (chosen) costUnit(chosen)
            }}
          >
            {COST_UNITS.map(option => (
              <option key={option} value={option}>
                {UNITS[option]}
              </option>
            ))}
          </select>
        </label>
      )}
      {mapping.without.length > 0 && (
        <span>
          without {mapping.without.join(', ')}{' '}
          <button type="button" className="small" onClick={() => leaveOut([])}>
            Bring back
          </button>
        </span>
      )}
    </div>
  )
}
