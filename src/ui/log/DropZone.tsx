import { type DragEvent, useEffect, useRef, useState } from 'react'
import { LOG_LIMITS } from '../../core/log/limits.ts'
import { useActions } from '../context.ts'
import { usePart } from '../usePart.ts'
import './DropZone.css'

const ACCEPT = '.csv,.tsv,.tab,.txt,.json,.jsonl,.ndjson,.parquet'
const { prompts, llms, bytes } = LOG_LIMITS

/** Files by dropping, picking or pasting. */
export function DropZone() {
  const { choose } = useActions().log
  const picker = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  useFilesStayOnPage()

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    choose([...event.dataTransfer.files])
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the pointer's way; the button is the keyboard's
    <div
      className={over ? 'drop-zone over' : 'drop-zone'}
      {...usePart('log-files')}
      data-testid="drop-zone"
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>
        <button type="button" onClick={() => picker.current?.click()}>
          Choose files
        </button>{' '}
        or drop them here, or paste a table.
      </p>
      <p className="quiet">
        One log, and beside it a list of its LLMs with their prices if you have one. CSV, TSV, JSON, JSON
        lines or Parquet, up to {bytes / 1e6} MB, {prompts.toLocaleString('en')} prompts and {llms} LLMs.
      </p>
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept={ACCEPT}
        aria-label="Routing log"
        onChange={event => {
          choose([...(event.target.files ?? [])])
          event.target.value = '' // the same file may be chosen again
        }}
      />
    </div>
  )
}

/** A file dropped beside the zone must not take the page's place. */
function useFilesStayOnPage() {
  useEffect(() => {
    const stay = (event: Event) => event.preventDefault()
    window.addEventListener('dragover', stay)
    window.addEventListener('drop', stay)
    return () => {
      window.removeEventListener('dragover', stay)
      window.removeEventListener('drop', stay)
    }
  }, [])
}
