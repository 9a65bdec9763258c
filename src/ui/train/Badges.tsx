import { TRAINING_TABLE, type TrainingName } from '../../core/experiment/training.ts'
import { DEFAULT_RUN, differences, type RunSettings } from '../../core/view/differences.ts'
import { useActions, usePage, useTraining } from '../context.ts'
import { usePart } from '../usePart.ts'
import { badgeOf } from './badge.ts'
import './Badges.css'

/** What of the run's settings is not as by default, also where a link or a file has set it; nothing where all is. */
export function Badges() {
  const settings = useTraining(state => state.settings)
  const seed = useTraining(state => state.seed)
  const start = useTraining(state => state.start)
  const part = usePart('badges')
  const run = { ...settings, seed, start }
  const names = differences(run)
  return (
    <ul className="badges" aria-label="Settings that are not as by default" {...part}>
      {names.map(name => (
        <Badge key={name} name={name} run={run} />
      ))}
      {names.length > 1 && <AllBack names={names} />}
    </ul>
  )
}

function Badge({ name, run }: { name: keyof RunSettings; run: RunSettings }) {
  const { applyView } = useActions()
  // What a view has locked is not set back from here either.
  const locked = usePage(state => state.locked.includes(partOf(name)))
  const { label, value, byDefault } = badgeOf(name, run)
  return (
    <li className="changed-setting">
      {label} <b>{value}</b> <span className="quiet">(default {byDefault})</span>
      {!locked && (
        <button
          type="button"
          className="plain"
          aria-label={`Set ${label} back to ${byDefault}`}
          title={`Set back to ${byDefault}`}
          onClick={() => applyView({ [name]: DEFAULT_RUN[name] })}
        >
          ×
        </button>
      )}
    </li>
  )
}

function AllBack({ names }: { names: readonly (keyof RunSettings)[] }) {
  const { applyView } = useActions()
  const locked = usePage(state => state.locked)
  if (names.some(name => locked.includes(partOf(name)))) return null
  return (
    <li>
      <button type="button" className="small" onClick={() => applyView(DEFAULT_RUN)}>
        All {names.length} back to defaults
      </button>
    </li>
  )
}

function partOf(name: keyof RunSettings) {
  return isTraining(name) ? (`setting-${name}` as const) : name
}

function isTraining(name: keyof RunSettings): name is TrainingName {
  return Object.hasOwn(TRAINING_TABLE, name)
}
