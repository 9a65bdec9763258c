import { type ChangeEvent, type DragEvent, useState } from 'react'
import { useActions } from '../context.ts'
import { usePart } from '../usePart.ts'
import './Files.css'

/** Policies and runs out and in again: by buttons, or dropped here. What happened is said in the page's notice. */
export function Files() {
  const { savePolicy, saveRun, open } = useActions().files
  const [over, setOver] = useState(false)
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? []
    event.target.value = '' // the same file can be chosen again
    if (file) open(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file) open(file)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button beside it does the same
    <div
      className={`files ${over ? 'over' : ''}`}
      {...usePart('files')}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
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
