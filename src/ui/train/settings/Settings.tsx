import { useState } from 'react'
import { namesOf } from '../../../core/experiment/row.ts'
import { DEFAULT_TRAINING, TRAINING_TABLE, type TrainingSettings } from '../../../core/experiment/training.ts'
import { useActions, useTraining } from '../../context.ts'
import { usePart } from '../../usePart.ts'
import { PRESETS, presetOf } from './presets.ts'
import { Setting } from './Setting.tsx'
import './Settings.css'

/** Settings with controls of their own elsewhere in the section. */
const ELSEWHERE: readonly (keyof TrainingSettings)[] = ['steps']

/** Every row of the settings table, in place and on demand; and settings worth trying, a button each. */
export function Settings() {
  const [open, setOpen] = useState(false)
  return (
    <div className="settings-place" {...usePart('settings')}>
      <div className="settings-bar">
        <button
          type="button"
          className="small"
          aria-expanded={open}
          aria-controls="settings"
          onClick={() => setOpen(!open)}
        >
          Settings
        </button>
        <Presets />
        <PresetNote />
      </div>
      <div className="settings" id="settings" hidden={!open}>
        {open &&
          namesOf(TRAINING_TABLE)
            .filter(name => !ELSEWHERE.includes(name))
            .map(name => <Setting key={name} name={name} />)}
      </div>
    </div>
  )
}

function Presets() {
  const { applyView } = useActions()
  const preset = useTraining(state => presetOf(state.settings))
  return (
    <div className="presets" {...usePart('presets')}>
      <span className="quiet">or try</span>
      {PRESETS.map(option => (
        <button
          key={option.name}
          type="button"
          className="small"
          aria-pressed={option === preset}
          onClick={() => applyView({ ...DEFAULT_TRAINING, ...option.settings })}
        >
          {option.name}
        </button>
      ))}
      <button type="button" className="small" onClick={() => applyView(DEFAULT_TRAINING)}>
        Back to defaults
      </button>
    </div>
  )
}

/** What to look at under the settings in force, also where a link has set them. */
function PresetNote() {
  const watch = useTraining(state => presetOf(state.settings)?.watch)
  return (
    <p className="preset-note" role="status">
      {watch}
    </p>
  )
}
