import { memo } from 'react'
import { usePlayground } from '../context.ts'
import { formatCount, formatDecimals, formatUsdPerThousand } from '../format.ts'
import { priceColour } from '../priceRamp.ts'
import { usePart } from '../usePart.ts'
import { Tag } from '../widgets/Tag.tsx'
import { type Contender, find, pointAt } from './contenders.ts'
import { formatFine, formatGain, tagOf } from './words.ts'
import './tables.css'

interface Props {
  list: readonly Contender[]
  focus: string | null
  onFocus: (key: string | null) => void
}

/** Every router with its figures, best mean reward first; AIQ always beside the Zero router's. */
export function RouterTable({ list, focus, onFocus }: Props) {
  // To the grid that was evaluated: a table that changes at every step of the dial could not be read.
  const wc = usePlayground(state => Math.round(state.w.cost * 10) / 10)
  const provenance = usePlayground(state => state.loaded?.world.card.provenance ?? 'simulated')
  const arms = usePlayground(state => state.loaded?.world.llms.length ?? 1)
  const zero = find(list, 'zero')?.aiq ?? null
  const n = list.find(({ kind }) => kind === 'llm')?.n ?? null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll box must be reachable by keyboard
    <section className="routers" {...usePart('routers')} aria-label="Table of routers" tabIndex={0}>
      <p className="quiet">
        <Tag>{tagOf(provenance)}</Tag> {n === null ? '' : `n = ${formatCount(n)} prompts. `}
        Quality and AIQ go from 0 to 1, reward from −1 to 1. Reward is the mean over w_c = 0, .1 … 1; ± is one
        standard deviation over seeds. AIQ is the mean quality along the router’s frontier over the LLMs’
        range of costs, with its lead on the Zero router.
        <span className="of-narrow">
          {' '}
          Quality, dollars per 1,000 prompts and regret are those at w_c = {formatDecimals(wc, 1)}, your dial.
        </span>
      </p>
      <table>
        <caption className="visually-hidden">Routers, best mean reward first</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className="row-name">
              router
            </th>
            <th scope="col" rowSpan={2}>
              reward
            </th>
            <th scope="col" rowSpan={2}>
              AIQ
            </th>
            <th scope="col" rowSpan={2}>
              on Zero
            </th>
            <th scope="colgroup" colSpan={3} className="group">
              at w_c = {formatDecimals(wc, 1)}, your dial
            </th>
            <th scope="col" rowSpan={2}>
              seeds
            </th>
          </tr>
          <tr>
            <th scope="col">quality</th>
            <th scope="col">$ per 1,000</th>
            <th scope="col">regret</th>
          </tr>
        </thead>
        <tbody onPointerLeave={() => onFocus(null)}>
          {list.map(contender => (
            <Row
              key={contender.key}
              contender={contender}
              n={n}
              wc={wc}
              zero={zero}
              onFocus={onFocus}
              colour={contender.arm === null ? null : priceColour(contender.arm, arms)}
              lit={contender.key === focus}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface RowProps {
  contender: Contender
  /** Prompts that the LLMs are evaluated on. */
  n: number | null
  wc: number
  /** AIQ of the Zero router. */
  zero: number | null
  colour: string | null
  lit: boolean
  onFocus: (key: string | null) => void
}

const Row = memo(function Row({ contender, n, wc, zero, colour, lit, onFocus }: RowProps) {
  const { key, label, kind, arm, reward, rewardSd, aiq, aiqSd, seeds } = contender
  const light = usePlayground(state => state.light)
  const { quality, costUsd, regret } = pointAt(contender, wc)
  return (
    <tr
      className={`of-${kind} ${lit ? 'lit' : ''}`}
      onPointerEnter={() => {
        onFocus(key)
        light(arm)
      }}
      onPointerLeave={() => light(null)}
    >
      <th scope="row" className="row-name">
        {colour && <span className="swatch" style={{ background: colour }} />}
        {label}
        {contender.n !== n && contender.n !== null && (
          <span className="quiet"> n = {formatCount(contender.n)}</span>
        )}
      </th>
      <td data-label="reward">
        {formatFine(reward)}
        <Spread sd={rewardSd} seeds={seeds} />
      </td>
      <td data-label="AIQ">
        {aiq === null ? '–' : formatFine(aiq)}
        <Spread sd={aiqSd} seeds={seeds} />
      </td>
      <td className="quiet-cell" data-label="on Zero">
        {aiq === null || zero === null || contender.router === 'zero' ? '–' : formatGain(aiq - zero)}
      </td>
      <td data-label="quality">{formatFine(quality)}</td>
      <td data-label="$ per 1,000">{formatUsdPerThousand(costUsd)}</td>
      <td data-label="regret">{regret === null ? '–' : formatFine(regret)}</td>
      <td className="quiet-cell" data-label="seeds">
        {seeds ?? '–'}
      </td>
    </tr>
  )
})

function Spread({ sd, seeds }: { sd: number | null; seeds: number | null }) {
  return sd !== null && seeds !== null && seeds > 1 ? <small> ± {formatFine(sd)}</small> : null
}
