import { useRef } from 'react'
import { LOG_LIMITS } from '../../core/log/limits.ts'
import { useActions } from '../context.ts'
import { formatBytes, formatCount } from '../format.ts'
import { usePart } from '../usePart.ts'
import { useFileDrop, useFilesStayOnPage } from '../widgets/useFileDrop.ts'
import './DropZone.css'

const ACCEPT = '.csv,.tsv,.tab,.txt,.json,.jsonl,.ndjson,.parquet,.gz'
const { prompts, llms, bytes } = LOG_LIMITS

/** Files by dropping, picking or pasting. */
export function DropZone() {
  const { choose } = useActions().log
  const picker = useRef<HTMLInputElement>(null)
  const { over, handlers } = useFileDrop(choose)
  useFilesStayOnPage()

  return (
    <div
      className={over ? 'drop-zone over' : 'drop-zone'}
      {...usePart('log-files')}
      data-testid="drop-zone"
      {...handlers}
    >
      <p>
        <button type="button" onClick={() => picker.current?.click()}>
          Choose files
        </button>{' '}
        or drop them here, or paste a table.
      </p>
      <p className="quiet">
        One log, of one file or several, and beside it a list of its LLMs with their prices if you have one.
        CSV, TSV, JSON, JSON lines or Parquet, also in a gzip archive, up to {formatBytes(bytes)},{' '}
        {formatCount(prompts)} prompts and {llms} LLMs.
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
