import { useRef } from 'react'
import type { RoundView } from '../../../core/evaluation/curve.ts'
import { usePlayground, useTraining } from '../../context.ts'
import { priceColour } from '../../priceRamp.ts'
import { usePart } from '../../usePart.ts'
import { useWidth } from '../../widgets/chart/useWidth.ts'
import { FeedbackLegend } from './FeedbackLegend.tsx'
import { FeedbackRow } from './FeedbackRow.tsx'
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
  const peeked = !peek ? 'nothing' : dense ? 'columns' : 'cells'
  const besides = peeked === 'columns'
  const blank = Array.from({ length: MOST_ROUNDS - shown.length }, (_, i) => shown.length + i)
  return (
    <>
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
            {besides && <col className="expected" span={2} />}
            <col className="regret" />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">prompt</th>
              <th scope="col" className="symbol">
                <span className="figures">saving</span> w_c
              </th>
              {llms.map(({ id, name }, arm) => (
                <th key={id} scope="col" style={{ borderColor: priceColour(arm, llms.length) }}>
                  <span className="figures">{name}</span>
                </th>
              ))}
              <th scope="col" className="pay">
                {besides ? 'drawn' : 'reward'}
              </th>
              {besides && (
                <>
                  <th scope="col">expected</th>
                  <th scope="col">best</th>
                </>
              )}
              <th scope="col" className="regret">
                regret
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((round, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the batch
              <FeedbackRow key={place} round={round} llms={llms} peek={peeked} told={told === place} />
            ))}
            {blank.map(place => (
              <tr key={place}>
                <th scope="row">
                  <span className="visually-hidden">no round yet</span>
                </th>
                <td />
                {llms.map(({ id }) => (
                  <td key={id} className="unseen" />
                ))}
                <td className="pay" />
                {besides && <td colSpan={2} />}
                <td className="unseen regret" />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <FeedbackLegend peek={peek} dense={dense} />
    </>
  )
}
