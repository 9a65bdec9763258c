import { useStudy } from '../../context.ts'
import { formatCount } from '../../format.ts'
import { isReference, standings, verdict } from './race.ts'

/** Who won, in a sentence and as a table. */
export function Standings() {
  const rows = useStudy(state => state.race.progress?.result.rows ?? null)
  const done = useStudy(state => state.race.status === 'done')
  const table = rows ? standings(rows) : []
  if (table.length === 0) return null
  return (
    <div className="standings">
      <p role="status">
        <b>{done ? verdict(table) : 'So far, on the seeds that are done:'}</b>
      </p>
      <table>
        <caption className="quiet">
          Mean reward over the dial on {formatCount(table[0].n)} test prompts, by each learner’s own choices.
        </caption>
        <thead>
          <tr>
            <th scope="col">learner</th>
            <th scope="col">reward</th>
            <th scope="col" title="Mean over the dial of the standard deviation over seeds: an upper bound">
              sd, at most
            </th>
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
    </div>
  )
}

/** Four digits: learners may differ in the third. */
function formatPrecise(reward: number): string {
  return reward
    .toFixed(4)
    .replace(/^(-?)0\./, '$1.')
    .replace('-', '−')
}
