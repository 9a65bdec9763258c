import type { ChangeEvent } from 'react'
import { useActions } from '../context.ts'
import { usePart } from '../usePart.ts'
import { useFileDrop } from '../widgets/useFileDrop.ts'
import './Files.css'

/** Policies and runs out and in again: by buttons, or dropped here. What happened is said in the page's notice. */
export function Files() {
  const { savePolicy, saveRun, open } = useActions().files
  const { over, handlers } = useFileDrop(([file]) => file && open(file))
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? []
    event.target.value = '' // the same file can be chosen again
    if (file) open(file)
  }
  return (
    <div className={`files ${over ? 'over' : ''}`} {...usePart('files')} {...handlers}>
      <h3>Keep it</h3>
      <div className="files-row">
        <button type="button" onClick={savePolicy}>
          Save policy
        </button>
        <button type="button" onClick={saveRun}>
          Save run
        </button>
        <label className="file-button">
          Open a policy or run…
          <input type="file" className="visually-hidden" accept=".policy,.json" onChange={choose} />
        </label>
        <span className="quiet">
          or drop it here. Files stay on this device; a prompt you typed is in none.
        </span>
      </div>
    </div>
  )
}
