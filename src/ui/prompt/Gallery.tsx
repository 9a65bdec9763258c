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
  // While own words are routed, the list stays where the example before was.
  const [last, setLast] = useState(current)
  if (current !== '' && current !== last) setLast(current)
  const { applyView } = useActions()
  const part = usePart('examples')
  if (!world) return null
  const family = world.families.find(({ id }) => id === last.split('/')[0]) ?? world.families[0]
  /** Its first example is routed, so that what stands beside the box is of this family too; where none is here, it is fetched. */
  const chooseFamily = (id: string) => {
    const [first = `${id}/1`] = examplesOf(world, id, 1)
    applyView({ prompt: first })
  }
  return (
    <div className="gallery" {...part}>
      <div>
        <label htmlFor="family">Or an example of</label>
        <select id="family" value={family.id} onChange={event => chooseFamily(event.target.value)}>
          {world.families.map(({ id, name, outOfDistribution }) => (
            <option key={id} value={id}>
              {name}
              {outOfDistribution ? ' (never trained on)' : ''}
            </option>
          ))}
        </select>
      </div>
      <Examples key={`${world.id}/${family.id}`} world={world} family={family.id} current={current} />
    </div>
  )
}

function Examples({ world, family, current }: { world: World; family: string; current: string }) {
  const { applyView } = useActions()
  const drafting = useEncoder(state => state.draft !== null)
  const names = useGrowing(useMemo(() => examplesOf(world, family, MOST_EXAMPLES), [world, family]))
  const shown = drafting || !names.includes(current) ? '' : current
  const list = useRef<HTMLSelectElement>(null)
  useEffect(() => {
    // A list brings what is chosen into its view when it is chosen anew.
    if (list.current && shown !== '') list.current.value = shown
  }, [shown])
  return (
    // A native list: one Tab stop, and the arrow keys route one example after the other.
    <select
      className="examples"
      ref={list}
      size={4}
      aria-label="Example"
      value={shown}
      onChange={event => applyView({ prompt: event.target.value })}
    >
      {shown === '' && <option value="" hidden />}
      {names.length === 0 && <option disabled>Its examples are not here yet.</option>}
      {names.map(name => (
        <option key={name} value={name}>
          {world.texts[name] ?? `Prompt ${name.split('/')[1]}`}
        </option>
      ))}
    </select>
  )
}

/** The world comes in pieces: what comes later is put at the end of the list, so that nothing in it moves. */
function useGrowing(names: readonly string[]): readonly string[] {
  const [grown, setGrown] = useState(names)
  const more = names.filter(name => !grown.includes(name))
  if (more.length > 0) setGrown([...grown, ...more])
  return grown
}

/** Names of a family's prompts, those with a text alone where there are any. */
function examplesOf(world: World, family: string, most: number): string[] {
  const anyText = Object.keys(world.texts).length > 0
  const place = world.families.findIndex(({ id }) => id === family)
  const names: string[] = []
  for (let row = 0; row < world.size && names.length < most; row++) {
    if (world.family[row] !== place) continue
    const name = promptName(world, row)
    if (!anyText || name in world.texts) names.push(name)
  }
  return names
}
