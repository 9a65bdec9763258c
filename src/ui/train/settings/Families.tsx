import type { FamiliesRow } from '../../../core/experiment/trainingRows.ts'
import { useActions, usePlayground, useTraining } from '../../context.ts'
import './Families.css'

/** Families to leave out of training, as checkboxes: those ticked are left out. Those held out of every run are named. */
export function Families({ row }: { row: FamiliesRow }) {
  const { applyView } = useActions()
  const skipped = useTraining(state => state.settings.skippedFamilies)
  const families = usePlayground(state => state.loaded?.world.families)
  if (!families) return null
  const trained = families.filter(family => !family.outOfDistribution)
  const heldOut = families.filter(family => family.outOfDistribution)
  const leftOut = trained.filter(({ id }) => skipped.includes(id)).map(({ id }) => id)
  const toggle = (id: string) =>
    applyView({
      skippedFamilies: leftOut.includes(id) ? leftOut.filter(other => other !== id) : [...leftOut, id],
    })
  return (
    <fieldset className="families trained-families">
      <legend>{row.label}</legend>
      {trained.map(({ id, name }) => (
        <label key={id} className="check">
          <input type="checkbox" checked={leftOut.includes(id)} onChange={() => toggle(id)} />
          {name}
        </label>
      ))}
      {heldOut.length > 0 && (
        <span className="quiet">Held out of every run: {heldOut.map(({ name }) => name).join(', ')}.</span>
      )}
    </fieldset>
  )
}
