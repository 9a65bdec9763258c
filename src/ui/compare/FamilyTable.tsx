import { useMemo } from 'react'
import type { FamilyRow } from '../../core/evaluation/families.ts'
import type { Split } from '../../core/world/world.ts'
import { usePlayground, useStudy } from '../context.ts'
import { formatCount, formatUsdPerThousand } from '../format.ts'
import { Fetched } from '../sections/Fetched.tsx'
import { Disclosure } from '../widgets/chart/Disclosure.tsx'
import { constantPicks, type FamilyFigures, familyFigures } from './families.ts'
import { ownLabel, useOwn } from './useOwn.ts'
import { formatFine, inSentence } from './words.ts'
import './tables.css'

const fetchChart = () => import('./FamilyChart.tsx')

const NONE: readonly FamilyRow[] = []

/** The policy that routes, or while that is not evaluated the shipped one, family by family, beside the best single LLM and the oracle. */
export function FamilyTable({ split }: { split: Split }) {
  const world = usePlayground(state => state.loaded?.world)
  const rows =
    useStudy(state => (state.references?.world === world?.id ? state.references?.families : null)) ?? NONE
  const own = useOwn()
  const kind = usePlayground(state => state.loaded?.source.kind)
  const evaluated = own?.families ?? rows
  const name = own ? ownLabel(kind) : 'shipped policy'
  const figures = useMemo(
    () => (world ? familyFigures(rows, evaluated, split, world) : []),
    [rows, evaluated, split, world],
  )
  if (figures.length === 0) return null
  return (
    <Disclosure part="families" label="Family by family">
      <Fetched
        title="The chart"
        load={fetchChart}
        given={{ figures, policy: name }}
        waiting={<p className="quiet">Drawing…</p>}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll box must be reachable by keyboard */}
      <section className="routers" aria-label="Table of families" tabIndex={0}>
        <p className="quiet">
          Means over the whole dial: quality, dollars per 1,000 prompts and reward of {inSentence(name)},
          beside the oracle’s reward and that of the LLM which is best on the family. Quality goes from 0 to
          1, reward from −1 to 1.
        </p>
        <table>
          <caption className="visually-hidden">Families</caption>
          <thead>
            <tr>
              <th scope="col" className="row-name">
                family
              </th>
              <th scope="col">prompts</th>
              <th scope="col">quality</th>
              <th scope="col">$ per 1,000</th>
              <th scope="col">reward</th>
              <th scope="col">best LLM</th>
              <th scope="col">oracle</th>
              <th scope="col" className="text-cell">
                best is
              </th>
            </tr>
          </thead>
          <tbody>
            {figures.map(figure => (
              <Row key={figure.family} {...figure} />
            ))}
          </tbody>
        </table>
        {constantPicks(figures).map(sentence => (
          <p className="quiet" key={sentence}>
            {sentence}
          </p>
        ))}
      </section>
    </Disclosure>
  )
}

function Row({ name, n, policy, best, bestName, oracle }: FamilyFigures) {
  return (
    <tr>
      <th scope="row" className="row-name">
        {name}
      </th>
      <td data-label="prompts">{formatCount(n)}</td>
      <td data-label="quality">{formatFine(policy.quality)}</td>
      <td data-label="$ per 1,000">{formatUsdPerThousand(policy.costUsd)}</td>
      <td data-label="reward">{formatFine(policy.reward)}</td>
      <td data-label="best LLM">{formatFine(best)}</td>
      <td data-label="oracle">{formatFine(oracle)}</td>
      <td className="text-cell" data-label="best is">
        {bestName}
      </td>
    </tr>
  )
}
