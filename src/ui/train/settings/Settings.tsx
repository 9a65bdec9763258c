import { useState } from 'react'
import { DEFAULT_TRAINING, TRAINING_TABLE, type TrainingSettings } from '../../../core/experiment/training.ts'
import { useActions, useTraining } from '../../context.ts'
import { usePart } from '../../usePart.ts'
import { LESSONS, lessonOf } from './lessons.ts'
import { settingNames } from './names.ts'
import { Setting } from './Setting.tsx'
import './Settings.css'

/** Settings with controls of their own elsewhere in the section. */
const ELSEWHERE: readonly (keyof TrainingSettings)[] = ['steps']

/** Every row of the settings table, in place and on demand; and settings worth trying, a button each. */
export function Settings() {
  const { applyView } = useActions()
  const lesson = useTraining(state => lessonOf(state.settings))
  const [open, setOpen] = useState(false)
  return (
    <div className="settings-place" {...usePart('settings')}>
      <div className="lessons" {...usePart('presets')}>
        <button
          type="button"
          className="small"
          aria-expanded={open}
          aria-controls="settings"
          onClick={() => setOpen(!open)}
        >
          Settings
        </button>
        <span className="quiet">or try</span>
        {LESSONS.map(option => (
          <button
            key={option.name}
            type="button"
            className="small"
            aria-pressed={option === lesson}
            onClick={() => applyView({ ...DEFAULT_TRAINING, ...option.settings })}
          >
            {option.name}
          </button>
        ))}
        <button type="button" className="small" onClick={() => applyView(DEFAULT_TRAINING)}>
          Back to defaults
        </button>
        <p className="lesson" role="status">
          {lesson?.watch}
        </p>
      </div>
      <div className="settings" id="settings" hidden={!open}>
        {open &&
          settingNames(TRAINING_TABLE)
            .filter(name => !ELSEWHERE.includes(name))
            .map(name => <Setting key={name} name={name} />)}
      </div>
    </div>
  )
}
