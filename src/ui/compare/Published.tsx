import { Disclosure } from '../widgets/chart/Disclosure.tsx'
import { Tag } from '../widgets/Tag.tsx'
import { PAPER, PUBLISHED } from './published.ts'
import './tables.css'
import './Published.css'

/** What the paper reports, RouterDC and GraphRouter among it: other prompts and splits, so beside our table and not in it. */
export function Published() {
  return (
    <Disclosure part="published" label="What the paper reports">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll box must be reachable by keyboard */}
      <section className="routers published" aria-label="Published figures" tabIndex={0}>
        <p className="quiet">
          <Tag>published</Tag> By <a href={PAPER.href}>{PAPER.name}</a>, on RouterBench with its own prompts
          and splits: not to be subtracted from the figures above. The offline routers are not run here.
        </p>
        <table>
          <caption className="visually-hidden">Published figures</caption>
          <thead>
            <tr>
              <th scope="col" className="row-name">
                router
              </th>
              <th scope="col">figure</th>
              <th scope="col" className="text-cell">
                what it is
              </th>
            </tr>
          </thead>
          <tbody>
            {PUBLISHED.map(({ name, figure, on }) => (
              <tr key={name}>
                <th scope="row" className="row-name">
                  {name}
                </th>
                <td data-label="figure">{figure}</td>
                <td className="text-cell" data-label="what it is">
                  {on}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Disclosure>
  )
}
