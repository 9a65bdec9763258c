import { memo } from 'react'
import type { RoundView } from '../../../core/evaluation/curve.ts'
import type { Llm } from '../../../core/world/world.ts'
import { formatReward, formatScore, formatUsdPerThousand } from '../../format.ts'
import { priceColour } from '../../priceRamp.ts'
import { type Counterfactual, counterfactual } from './counterfactual.ts'

interface Props {
  round: RoundView
  llms: readonly Llm[]
  /** What of the round the learner did not see is shown: where its cells have no room, what regret comes from, beside them. */
  peek: 'nothing' | 'cells' | 'columns'
  /** Whether slow motion tells this round. */
  told: boolean
}

/** A round of the batch: its prompt, its preference, a cell an LLM, and what became of it. */
export const FeedbackRow = memo(function FeedbackRow({ round, llms, peek, told }: Props) {
  const beyond: Counterfactual | null = peek === 'nothing' ? null : counterfactual(round)
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
            className={arm === beyond?.best ? 'lit best' : 'lit'}
            style={{ '--price': priceColour(arm, llms.length) }}
            title={`${name}: drew ${describe(round)}`}
          >
            <span className="figures">
              <b>{formatReward(round.reward)}</b>
              <small>
                {beyond
                  ? `expected ${formatReward(beyond.pulledExpected)}`
                  : `${formatScore(round.quality)} ${formatUsdPerThousand(round.costUsd)}`}
              </small>
            </span>
          </td>
        ) : beyond ? (
          <td
            key={id}
            className={arm === beyond?.best ? 'peeked best' : 'peeked'}
            title={`${name}: expected ${describe(round.hidden[arm])}`}
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
      {beyond && peek === 'columns' && (
        <>
          <td>{formatReward(beyond.pulledExpected)}</td>
          <td>{formatReward(beyond.bestExpected)}</td>
        </>
      )}
      <td className={beyond ? 'regret' : 'unseen regret'}>{beyond && formatReward(beyond.regret)}</td>
    </tr>
  )
})

function describe({ quality, costUsd }: { readonly quality: number; readonly costUsd: number }): string {
  return `score ${formatScore(quality)}, ${formatUsdPerThousand(costUsd)} per 1,000 prompts`
}
