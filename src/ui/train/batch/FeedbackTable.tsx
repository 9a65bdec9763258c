import { memo, useRef } from 'react'
import type { RoundView } from '../../../core/evaluation/curve.ts'
import type { Llm } from '../../../core/world/world.ts'
import { usePlayground, useTraining } from '../../context.ts'
import { formatReward, formatScore, formatUsdPerThousand } from '../../format.ts'
import { priceColour } from '../../priceRamp.ts'
import { usePart } from '../../usePart.ts'
import { useWidth } from '../../widgets/chart/useWidth.ts'
import { bestArm, counterfactualRegret } from './counterfactual.ts'
import './FeedbackTable.css'

/** Width of a cell with its figures, and least width of all that stands beside the cells, px; as in FeedbackTable.css. */
const CELL_PX = 74
const BESIDE_PX = 250

/** Rounds shown; a batch may hold a thousand. */
const MOST_ROUNDS = 8

/**
 * Rounds as rows of the outcome table: one cell lit, the others unseen. Where there is no room for figures in the cells the
 * table keeps its pattern, and the reward moves to a column of its own.
 */
export function FeedbackTable({ rounds, peek }: { rounds: readonly RoundView[]; peek: boolean }) {
  const llms = usePlayground(state => state.loaded?.world.llms)
  const told = useTraining(state => state.shown?.round ?? null)
  const box = useRef<HTMLElement>(null)
  const width = useWidth(box, 0)
  const part = usePart('feedback')
  if (!llms) return null
  const dense = width < BESIDE_PX + CELL_PX * llms.length
  const shown = rounds.filter(({ hidden }) => hidden.length === llms.length).slice(0, MOST_ROUNDS)
  const blank = Array.from({ length: MOST_ROUNDS - shown.length }, (_, i) => shown.length + i)
  return (
    <section
      className="feedback-scroll"
      {...part}
      aria-label="The newest batch, round by round"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll box must be reachable by keyboard
      tabIndex={0}
      ref={box}
    >
      <table
        className={`feedback ${dense ? 'dense' : ''} ${peek ? 'lifted' : ''}`}
        style={{ '--arms': llms.length }}
      >
        <colgroup>
          <col className="feedback-prompt" />
          <col className="feedback-w" />
          {llms.map(({ id }) => (
            <col key={id} />
          ))}
          <col className="pay" />
          <col className="regret" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">prompt</th>
            <th scope="col" className="symbol">
              w_c
            </th>
            {llms.map(({ id, name }, arm) => (
              <th key={id} scope="col" style={{ borderColor: priceColour(arm, llms.length) }}>
                <span className="figures">{name}</span>
              </th>
            ))}
            <th scope="col" className="pay">
              reward
            </th>
            <th scope="col" className="regret">
              regret
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((round, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the batch
            <Row key={place} round={round} llms={llms} peek={peek} told={told === place} />
          ))}
          {blank.map(place => (
            <tr key={place}>
              <th scope="row" aria-label="no round yet" />
              <td />
              {llms.map(({ id }) => (
                <td key={id} className="unseen" />
              ))}
              <td className="pay" />
              <td className="unseen regret" />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface RowProps {
  round: RoundView
  llms: readonly Llm[]
  peek: boolean
  /** Whether slow motion tells this round. */
  told: boolean
}

const Row = memo(function Row({ round, llms, peek, told }: RowProps) {
  const best = peek ? bestArm(round) : -1
  return (
    <tr className={told ? 'told' : ''} aria-current={told ? 'true' : undefined}>
      <th scope="row" title={round.text ?? round.prompt}>
        {round.text ?? round.prompt}
      </th>
      <td>{formatScore(round.wc)}</td>
      {llms.map(({ id, name }, arm) =>
        arm === round.arm ? (
          <td
            key={id}
            className={arm === best ? 'lit best' : 'lit'}
            style={{ '--price': priceColour(arm, llms.length) }}
            title={`${name}: ${describe(round)}`}
          >
            <span className="figures">
              <b>{formatReward(round.reward)}</b>
              <small>{describe(round)}</small>
            </span>
          </td>
        ) : peek ? (
          <td
            key={id}
            className={arm === best ? 'peeked best' : 'peeked'}
            title={`${name}: ${describe(round.hidden[arm])}`}
          >
            <span className="figures">{formatReward(round.hidden[arm].reward)}</span>
          </td>
        ) : (
          <td key={id} className="unseen">
            <span className="visually-hidden">unseen</span>
          </td>
        ),
      )}
      <td className="pay">{formatReward(round.reward)}</td>
      <td className={peek ? 'regret' : 'unseen regret'}>
        {peek && formatScore(counterfactualRegret(round))}
      </td>
    </tr>
  )
})

/** Score and dollars per 1,000. */
function describe({ quality, costUsd }: { readonly quality: number; readonly costUsd: number }): string {
  return `${formatScore(quality)} ${formatUsdPerThousand(costUsd)}`
}
