import { useState } from 'react'
import type { KeptLog } from '../../store/log.ts'
import { useActions, useLog, usePlayground } from '../context.ts'
import { formatBytes } from '../format.ts'

/** Logs that the device keeps: open one, or delete it for good. */
export function KeptLogs() {
  const kept = useLog(state => state.kept)
  const problem = useLog(state => state.keptProblem)
  if (kept.length === 0 && problem === null) return null
  return (
    <div className="kept">
      <h3>Kept on this device</h3>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <ul>
        {kept.map(log => (
          <Kept key={log.id} log={log} />
        ))}
      </ul>
    </div>
  )
}

function Kept({ log }: { log: KeptLog }) {
  const { open, remove } = useActions().log
  const shown = usePlayground(state => state.loaded?.world.id === log.id)
  const [asking, setAsking] = useState(false)
  return (
    <li>
      <span>
        <strong>{log.title}</strong>{' '}
        <span className="quiet">
          {log.prompts.toLocaleString('en')} prompts, {log.llms} LLMs, {formatBytes(log.bytes)}, brought on{' '}
          {new Date(log.savedAt).toLocaleDateString('en', { dateStyle: 'medium' })}
        </span>
      </span>
      <span className="kept-buttons">
        {asking ? (
          <>
            Delete it and all kept embeddings for good?{' '}
            <button type="button" className="small" onClick={() => remove(log.id)}>
              Delete
            </button>
            <button type="button" className="small" onClick={() => setAsking(false)}>
              Keep it
            </button>
          </>
        ) : (
          <>
            <button type="button" className="small" disabled={shown} onClick={() => open(log.id)}>
              {shown ? 'Shown' : 'Open'}
              <span className="visually-hidden"> {log.title}</span>
            </button>
            <button type="button" className="small" onClick={() => setAsking(true)}>
              Delete…<span className="visually-hidden"> {log.title}</span>
            </button>
          </>
        )}
      </span>
    </li>
  )
}
