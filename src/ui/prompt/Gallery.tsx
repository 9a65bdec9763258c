import { useEffect, useMemo, useRef, useState } from 'react'
import { promptName, type World } from '../../core/world/world.ts'
import { useActions, useEncoder, usePlayground } from '../context.ts'
import { usePart } from '../usePart.ts'
import './Gallery.css'

/** Buttons a family's list holds at most. */
const MOST_EXAMPLES = 120

/** Examples by family: pick a family, then a prompt. */
export function Gallery() {
  const world = usePlayground(state => state.loaded?.world)
  const current = usePlayground(state =>
    state.routing?.prompt.kind === 'example' ? state.routing.prompt.name : '',
  )
  const [picked, setPicked] = useState<string | null>(null)
  const part = usePart('examples')
  if (!world) return null
  const family =
    world.families.find(f => f.id === picked) ??
    world.families.find(f => f.id === current.split('/')[0]) ??
    world.families[0]
  return (
    <div className="gallery" {...part}>
      <label htmlFor="family">Examples</label>
      <select id="family" value={family.id} onChange={event => setPicked(event.target.value)}>
        {world.families.map(({ id, name, outOfDistribution }) => (
          <option key={id} value={id}>
            {name}
            {outOfDistribution ? ' (never trained on)' : ''}
          </option>
        ))}
      </select>
      <Examples key={family.id} world={world} family={family.id} current={current} />
    </div>
  )
}

function Examples({ world, family, current }: { world: World; family: string; current: string }) {
  const { applyView } = useActions()
  const drafting = useEncoder(state => state.draft !== null)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const shown = list.current?.querySelector<HTMLElement>(`[data-prompt="${current}"]`)
    if (list.current && shown) list.current.scrollTop = shown.offsetTop - list.current.offsetTop
  }, [current])
  const names = useMemo(() => examplesOf(world, family), [world, family])
  return (
    <ul className="examples" ref={list}>
      {names.map(name => (
        <li key={name}>
          <button
            type="button"
            data-prompt={name}
            aria-pressed={name === current && !drafting}
            onClick={() => applyView({ prompt: name })}
          >
            {world.texts[name] ?? `Prompt ${name.split('/')[1]}`}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Names of a family's prompts, those with a text alone where there are any. */
function examplesOf(world: World, family: string): string[] {
  const anyText = Object.keys(world.texts).length > 0
  const place = world.families.findIndex(({ id }) => id === family)
  const names: string[] = []
  for (let row = 0; row < world.size && names.length < MOST_EXAMPLES; row++) {
    if (world.family[row] !== place) continue
    const name = promptName(world, row)
    if (!anyText || name in world.texts) names.push(name)
  }
  return names
}
