import { useActions, usePage, usePlayground } from '../context.ts'
import { usePart } from '../usePart.ts'
import { Tag } from '../widgets/Tag.tsx'
import { DataCard } from './DataCard.tsx'
import { ThemeButton } from './ThemeButton.tsx'
import './Header.css'

/** Name and world; what is seldom needed waits behind one button, so that the dial is a few Tab stops away. */
export function Header() {
  return (
    <header className="header" {...usePart('header')}>
      <h1>
        BaRP<span className="wide"> playground</span>
        <span className="question">: which LLM should answer this?</span>
      </h1>
      <WorldPicker />
      <button type="button" popoverTarget="page-menu">
        <span className="wide">Share and view</span>
        <span className="narrow">Menu</span>
      </button>
      <Menu />
    </header>
  )
}

function WorldPicker() {
  const catalogue = usePlayground(state => state.catalogue)
  const world = usePlayground(state => state.loaded?.world)
  const { applyView } = useActions()
  const part = usePart('world')
  return (
    <div className="world" {...part}>
      <label htmlFor="world">World</label>
      <select
        id="world"
        value={world?.id ?? ''}
        disabled={!world}
        onChange={event => applyView({ world: event.target.value })}
      >
        {catalogue.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      {world && <Tag>{world.card.provenance}</Tag>}
    </div>
  )
}

function Menu() {
  const { applyView, copyLink } = useActions()
  const presenter = usePage(state => state.presenter)
  return (
    <div id="page-menu" popover="auto" className="card menu">
      <button type="button" onClick={copyLink} {...usePart('link')}>
        Copy link
      </button>
      <button
        type="button"
        aria-pressed={presenter}
        onClick={() => applyView({ presenter: !presenter })}
        {...usePart('presenter')}
      >
        Larger, for a room
      </button>
      <ThemeButton />
      <DataCard />
    </div>
  )
}
