import type { CardText } from '../../core/world/world.ts'
import { useActions, usePlayground } from '../context.ts'
import { usePart } from '../usePart.ts'
import { useWording } from '../useWording.ts'
import { Tag } from '../widgets/Tag.tsx'
import { ThemeButton } from './ThemeButton.tsx'
import './Header.css'

/** Name, world, link and theme. */
export function Header() {
  const { copyLink } = useActions()
  return (
    <header className="header" {...usePart('header')}>
      <div className="title">
        <h1>BaRP playground</h1>
        <p>One policy, one dial: quality against cost.</p>
      </div>
      <WorldPicker />
      <div className="tools">
        <button type="button" onClick={copyLink} {...usePart('link')}>
          Copy link
        </button>
        <ThemeButton />
      </div>
    </header>
  )
}

function WorldPicker() {
  const catalogue = usePlayground(state => state.catalogue)
  const world = usePlayground(state => state.loaded?.world)
  const { applyView } = useActions()
  const { say, count } = useWording()
  const part = usePart('world')
  const cardPart = usePart('data-card')
  if (!world) return null
  const write = (text: CardText) => (typeof text === 'string' ? text : say(text))
  const { card, llms, families } = world
  const prompts = catalogue.find(entry => entry.id === world.id)?.prompts ?? world.size
  return (
    <div className="world" {...part}>
      <label htmlFor="world">World</label>
      <select id="world" value={world.id} onChange={event => applyView({ world: event.target.value })}>
        {catalogue.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <button type="button" className="plain" popoverTarget="data-card">
        <Tag>{card.provenance}</Tag> what is this data?
      </button>
      <div id="data-card" popover="auto" className="card" {...cardPart}>
        <h2>{world.title}</h2>
        <p>{write(card.summary)}</p>
        <dl>
          <dt>Size</dt>
          <dd>
            n = {count(prompts)} prompts in {families.length} families, {llms.length} LLMs
          </dd>
          <dt>Source</dt>
          <dd>{write(card.source)}</dd>
          <dt>Licence</dt>
          <dd>{write(card.licence)}</dd>
          <dt>Limits</dt>
          <dd>
            <ul>
              {card.limits.map(write).map(limit => (
                <li key={limit}>{limit}</li>
              ))}
            </ul>
          </dd>
        </dl>
      </div>
    </div>
  )
}
