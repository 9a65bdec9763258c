import { type ReactNode, useState } from 'react'
import type { KeptLog } from '../../core/session/logImportState.ts'
import { useActions, useLog, usePlayground } from '../context.ts'
import { formatBytes, formatCount, formatDay } from '../format.ts'
import { Said } from '../Said.tsx'
import { usePart } from '../usePart.ts'
import './SavedLogs.css'

/** Logs that the device keeps: open one, or delete it for good. */
export function SavedLogs() {
  const kept = useLog(state => state.kept)
  const damaged = useLog(state => state.damaged)
  const problem = useLog(state => state.keptProblem)
  const part = usePart('log-saved')
  if (kept.length === 0 && damaged.length === 0 && problem === null) return null
  return (
    <div className="kept" {...part}>
      <h3>Kept on this device</h3>
      {problem && (
        <p className="problem" role="alert">
          <Said messages={problem} />
        </p>
      )}
      <ul>
        {kept.map(log => (
          <Kept key={log.id} log={log} />
        ))}
        {damaged.map(({ id, title }) => (
          <Row key={id} id={id} title={title} details="damaged, it cannot be opened" />
        ))}
      </ul>
    </div>
  )
}

function Kept({ log }: { log: KeptLog }) {
  const { open } = useActions().log
  const shown = usePlayground(state => state.loaded?.world.id === log.id)
  const prompts = `${formatCount(log.prompts)} prompts`
  const day = formatDay(log.savedAt)
  return (
    <Row
      id={log.id}
      title={log.title}
      details={`${prompts}, ${log.llms} LLMs, ${formatBytes(log.bytes)}, brought on ${day}`}
    >
      <button type="button" className="small" disabled={shown} onClick={() => open(log.id)}>
        {shown ? 'Shown' : 'Open'}
        <span className="visually-hidden"> {log.title}</span>
      </button>
    </Row>
  )
}

interface RowProps {
  readonly id: string
  readonly title: string
  readonly details: string
  /** Its buttons beside the one that deletes it. */
  readonly children?: ReactNode
}

/** A kept log, and how to be rid of it. */
function Row({ id, title, details, children }: RowProps) {
  const { remove } = useActions().log
  const [asking, setAsking] = useState(false)
  return (
    <li>
      <span>
        <strong>{title}</strong> <span className="quiet">{details}</span>
      </span>
      <span className="kept-buttons">
        {asking ? (
          <>
            Delete it and all kept embeddings for good?{' '}
            <button type="button" className="small" onClick={() => remove(id)}>
              Delete
            </button>
            <button type="button" className="small" onClick={() => setAsking(false)}>
              Keep it
            </button>
          </>
        ) : (
          <>
            {children}
            <button type="button" className="small" onClick={() => setAsking(true)}>
              Delete…<span className="visually-hidden"> {title}</span>
            </button>
          </>
        )}
      </span>
    </li>
  )
}
