import { useActions, useLog } from '../context.ts'
import { formatCount } from '../format.ts'
import { usePart } from '../usePart.ts'
import './WorldForm.css'

/** The last choices before a log becomes a world. */
export function WorldForm() {
  const summary = useLog(state => state.summary)
  const heldOut = useLog(state => state.heldOut)
  const title = useLog(state => state.title)
  const keepTexts = useLog(state => state.keepTexts)
  const actions = useActions().log
  const part = usePart('log-world')
  if (!summary) return null
  const { prompts, llms, families } = summary
  return (
    <div className="world-form" {...part}>
      <p>
        {formatCount(prompts)} complete prompts, {llms.length} LLMs: {listOf(llms)}.
      </p>
      {families.length > 1 && (
        <fieldset>
          <legend>Keep these families out of training, to evaluate on what was never seen</legend>
          <div className="families held-out-families">
            {families.map(family => (
              <label key={family.id}>
                <input
                  type="checkbox"
                  checked={heldOut.includes(family.id)}
                  onChange={event => actions.holdOut(family.id, event.target.checked)}
                />{' '}
                {family.name} <span className="quiet">{formatCount(family.prompts)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <label>
        Call it{' '}
        <input
          className="log-title"
          dir="auto"
          value={title}
          maxLength={MOST_TITLE}
          onChange={event => actions.rename(event.target.value)}
        />
      </label>
      <label>
        <input
          type="checkbox"
          checked={keepTexts}
          onChange={event => actions.keepTexts(event.target.checked)}
        />{' '}
        Keep the texts of a few held-out prompts on this device, to show them as examples
      </label>
      <p>
        <button type="button" className="primary" onClick={actions.makeWorld}>
          Make a world
        </button>{' '}
        <span className="quiet">
          Each prompt is encoded once, in the background: about 20 a second on a laptop, slower on a phone.
        </span>
      </p>
    </div>
  )
}

/** What the world picker shows without growing. */
const MOST_TITLE = 60
const MOST_NAMES = 14

function listOf(names: readonly string[]): string {
  const more = names.length - MOST_NAMES
  return more > 0 ? `${names.slice(0, MOST_NAMES).join(', ')} and ${more} more` : names.join(', ')
}
