import type { CardText } from '../../core/world/world.ts'
import { usePlayground } from '../context.ts'
import { usePart } from '../usePart.ts'
import { useWording } from '../useWording.ts'

/** What the world's data is, where it comes from and what it cannot tell. */
export function DataCard() {
  const catalogue = usePlayground(state => state.catalogue)
  const world = usePlayground(state => state.loaded?.world)
  const { say, count } = useWording()
  const part = usePart('data-card')
  if (!world) return null
  const write = (text: CardText) => (typeof text === 'string' ? text : say(text))
  const { card, llms, families } = world
  const prompts = catalogue.find(entry => entry.id === world.id)?.prompts ?? world.size
  return (
    <div className="data-card" {...part}>
      <h2>The data: {world.title}</h2>
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
  )
}
