import { useMemo } from 'react'
import { useStudy } from '../../context.ts'
import { formatCount } from '../../format.ts'
import { Fetched } from '../../sections/Fetched.tsx'
import { usePart } from '../../usePart.ts'
import { Disclosure } from '../../widgets/chart/Disclosure.tsx'
import { formatPrecise, isReference, standings, verdict } from './race.ts'
import './Standings.css'

const fetchChart = () => import('./StandingsChart.tsx')

function useStandings() {
  const result = useStudy(state => state.race.progress?.result ?? null)
  return useMemo(() => (result ? standings(result) : []), [result])
}

/** Who won, in a sentence. */
export function Verdict() {
  const done = useStudy(state => state.race.status === 'done')
  const table = useStandings()
  return (
    <p className="verdict" role="status">
      {done && verdict(table)}
    </p>
  )
}

/** How each learner did on prompts none of them trained on. */
export function Standings() {
  const table = useStandings()
  const part = usePart('standings')
  if (table.length === 0) return null
  return (
    <div className="race-standings" {...part}>
      <table className="standings">
        <caption className="quiet">
          Mean reward over the dial on {formatCount(table[0].n)} test prompts, by each learner’s own choices.
        </caption>
        <thead>
          <tr>
            <th scope="col">learner</th>
            <th scope="col">reward</th>
            <th scope="col">sd over seeds</th>
            <th scope="col">seeds</th>
          </tr>
        </thead>
        <tbody>
          {table.map(({ id, label, reward, sd, seeds }) => (
            <tr key={id} className={isReference(id) ? 'reference' : ''}>
              <th scope="row">{label}</th>
              <td>{formatPrecise(reward)}</td>
              <td>{seeds > 1 ? formatPrecise(sd) : '–'}</td>
              <td>{seeds}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Disclosure label="Drawn" about="the standings">
        <Fetched
          title="The chart"
          load={fetchChart}
          given={{ table }}
          waiting={<p className="quiet">Drawing…</p>}
        />
      </Disclosure>
    </div>
  )
}
