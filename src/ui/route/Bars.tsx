import { memo, useMemo, useState } from 'react'
import type { Phase } from '../../core/experiment/pace.ts'
import type { Llm } from '../../core/world/world.ts'
import { usePlayground } from '../context.ts'
import { formatPercent, formatPrice, formatReward, formatScore, formatUsdPerThousand } from '../format.ts'
import { priceColour } from '../priceRamp.ts'
import { useTelling } from '../stage/useTelling.ts'
import { isAhead } from '../train/batch/describePhase.ts'
import { usePart } from '../usePart.ts'
import { useStaleState } from '../useStaleReason.ts'
import { Tag } from '../widgets/Tag.tsx'
import './Bars.css'

/** LLMs that a phone shows before one asks for all. */
const FIRST_BARS = 6
/** LLMs that any screen has room for; of more, those that it shows above the button for all. */
const MOST_BARS = 11
const LEADING_BARS = 9

/** pi(a | x, w) for every LLM, cheapest first, with price and expected outcome. */
export function Bars() {
  const loaded = usePlayground(state => state.loaded)
  const routing = usePlayground(state => state.routing)
  const lit = usePlayground(state => state.lit)
  const light = usePlayground(state => state.light)
  const part = usePart('bars')
  const stale = useStaleState()
  const [open, setOpen] = useState(false)
  const ranks = useRanks()
  const told = useToldOutcome()
  if (!loaded || !routing) return null
  const { llms, card } = loaded.world
  const { prompt, outcomes, activations, explanation } = routing
  return (
    <div className="bars-region" data-open={open} {...part} {...stale}>
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
          <col />
          <col className="score" />
          <col className="cost" />
          <col className="reward" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">LLM, by cost</th>
            <th scope="col" className="bar-head">
              <span className="wide">probability </span>
              <span className="narrow">chance </span>
              <span className="symbol">π</span>
            </th>
            <th scope="col">
              score<span className="wide">, 0 to 1</span>
            </th>
            <th scope="col">
              $<span className="wide"> per 1,000</span>
              <span className="narrow">/1k</span>
            </th>
            <th scope="col">
              <span className="wide">reward </span>
              <span className="narrow">rew. </span>
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
              rank={ranks[arm]}
              tick={told?.probabilities?.[arm] ?? null}
              pull={told?.arm === arm ? told.said : null}
              onLight={light}
            />
          ))}
        </tbody>
      </table>
      <button type="button" className="more-bars small" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'The leading LLMs alone' : `All ${llms.length} LLMs`}
      </button>
    </div>
  )
}

type Rank = 'first' | 'second' | 'late'

/** How soon each LLM is shown where not all are: those that lead somewhere along the dial come first. */
function useRanks(): readonly Rank[] {
  const rows = usePlayground(state => state.routing?.spectrum)
  return useMemo(() => {
    if (!rows) return []
    const most = Array.from(rows[0], (_, arm) => Math.max(...rows.map(row => row[arm])))
    const order = most.map((_, arm) => arm).sort((a, b) => most[b] - most[a])
    return most.map((_, arm) => rankOf(order.indexOf(arm), order.length))
  }, [rows])
}

function rankOf(place: number, arms: number): Rank {
  if (place < FIRST_BARS) return 'first'
  return place < (arms > MOST_BARS ? LEADING_BARS : MOST_BARS) ? 'second' : 'late'
}

/** Of the round that slow motion tells, what stands in the bars: probabilities, then the pulled LLM, then its outcome. */
function useToldOutcome() {
  const telling = useTelling()
  if (!telling) return null
  const { round, phase } = telling
  const has = (first: Phase) => !isAhead(first, phase)
  return {
    probabilities: has('probabilities') ? round.probabilities : null,
    arm: has('pull') ? round.arm : null,
    said: has('outcome')
      ? `pulled: score ${formatScore(round.quality)}, ${formatUsdPerThousand(round.costUsd)} per 1,000`
      : 'pulled',
  }
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
  rank: Rank
  /** Its probability in the round that is told, or null. */
  tick: number | null
  /** What became of it in that round, or null. */
  pull: string | null
  onLight: (arm: number) => void
}

const Row = memo(function Row(props: RowProps) {
  const { llm, arm, colour, chosen, lit, probability, rank, tick, pull } = props
  return (
    <tr
      className={`${chosen ? 'chosen' : ''} ${lit ? 'lit' : ''}`}
      data-rank={rank}
      onPointerEnter={() => props.onLight(arm)}
      aria-current={chosen ? 'true' : undefined}
    >
      <th scope="row" title={`${llm.id}; list price in / out: ${formatPrice(llm)} per million tokens`}>
        <span className="swatch" style={{ background: colour }} />
        {llm.name}
      </th>
      <td className="bar">
        <span className="track" style={{ color: colour, backgroundSize: `${100 * probability}% 100%` }} />
        {tick !== null && <i className="told-tick" style={{ left: `calc((100% - 4rem) * ${tick})` }} />}
        <span className="share">{formatPercent(probability)}</span>
        {pull !== null && <span className="told-pull">{pull}</span>}
      </td>
      <td>{props.score}</td>
      <td>{props.cost}</td>
      <td>{props.reward}</td>
    </tr>
  )
})
