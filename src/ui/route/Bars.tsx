import { memo } from 'react'
import type { Llm } from '../../core/world/world.ts'
import { usePlayground } from '../context.ts'
import { formatPercent, formatPrice, formatReward, formatScore, formatUsdPerThousand } from '../format.ts'
import { priceColour } from '../priceRamp.ts'
import { usePart } from '../usePart.ts'
import { useStaleState } from '../useStaleReason.ts'
import { Tag } from '../widgets/Tag.tsx'
import './Bars.css'

/** pi(a | x, w) for every LLM, cheapest first, with price and expected outcome. */
export function Bars() {
  const loaded = usePlayground(state => state.loaded)
  const routing = usePlayground(state => state.routing)
  const lit = usePlayground(state => state.lit)
  const light = usePlayground(state => state.light)
  const part = usePart('bars')
  const stale = useStaleState()
  if (!loaded || !routing) return null
  const { llms, card } = loaded.world
  const { prompt, outcomes, activations, explanation } = routing
  return (
    <div className="bars-region" {...part} {...stale}>
      <table className="bars">
        <caption>
          Expected figures: <Tag>{prompt.kind === 'own' ? 'about' : card.provenance}</Tag>{' '}
          {prompt.kind === 'own'
            ? `mean of the ${prompt.estimate.n} most similar prompts here (cosine ${formatScore(prompt.estimate.farthest)} to ${formatScore(prompt.estimate.nearest)})`
            : card.provenance === 'measured'
              ? 'as logged for this prompt'
              : 'means of this prompt’s outcome distribution'}
        </caption>
        <colgroup>
          <col className="name" />
          <col className="price" />
          <col />
          <col className="score" />
          <col className="cost" />
          <col className="reward" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">LLM, by cost</th>
            <th scope="col" className="price">
              list price
            </th>
            <th scope="col" className="bar-head">
              <span className="wide">probability </span>
              <span className="symbol">π</span>
            </th>
            <th scope="col">score</th>
            <th scope="col">
              $<span className="wide"> per 1,000</span>
              <span className="narrow">/1k</span>
            </th>
            <th scope="col">
              <span className="wide">reward </span>
              <span className="symbol">r</span>
            </th>
          </tr>
        </thead>
        <tbody onPointerLeave={() => light(null)}>
          {llms.map((llm, arm) => (
            <Row
              key={llm.id}
              llm={llm}
              arm={arm}
              colour={priceColour(arm, llms.length)}
              chosen={arm === explanation.arm}
              lit={arm === lit}
              probability={activations.probabilities[arm]}
              score={formatScore(outcomes[arm].quality)}
              cost={formatUsdPerThousand(outcomes[arm].costUsd)}
              reward={formatReward(explanation.rewards[arm])}
              onLight={light}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps {
  llm: Llm
  arm: number
  colour: string
  chosen: boolean
  lit: boolean
  probability: number
  score: string
  cost: string
  reward: string
  onLight: (arm: number) => void
}

const Row = memo(function Row(props: RowProps) {
  const { llm, arm, colour, chosen, lit, probability } = props
  return (
    <tr
      className={`${chosen ? 'chosen' : ''} ${lit ? 'lit' : ''}`}
      onPointerEnter={() => props.onLight(arm)}
      aria-current={chosen ? 'true' : undefined}
    >
      <th scope="row" title={llm.id}>
        <span className="swatch" style={{ background: colour }} />
        {llm.name}
      </th>
      <td className="price" title="Dollars per million tokens, in / out">
        {formatPrice(llm)}
      </td>
      <td className="bar">
        <span className="track" style={{ color: colour, backgroundSize: `${100 * probability}% 100%` }} />
        <span className="share">{formatPercent(probability)}</span>
      </td>
      <td>{props.score}</td>
      <td>{props.cost}</td>
      <td>{props.reward}</td>
    </tr>
  )
})
