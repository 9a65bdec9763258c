import { type ClipboardEvent, useState } from 'react'
import { useActions, useLog } from '../context.ts'
import { usePart } from '../usePart.ts'
import { DropZone } from './DropZone.tsx'
import { ExampleLogs } from './ExampleLogs.tsx'
import { Findings } from './Findings.tsx'
import { ImportProgress } from './ImportProgress.tsx'
import { LeaveOut } from './LeaveOut.tsx'
import { Mapping } from './Mapping.tsx'
import { SavedLogs } from './SavedLogs.tsx'
import { WorldForm } from './WorldForm.tsx'
import './LogSection.css'

/** The person's own routing log as a world. */
export default function LogSection() {
  const kind = useLog(state => state.status.kind)
  const opened = useLog(state => state.preview !== null)
  const { choose, paste } = useActions().log

  /** A file or a table from the clipboard, wherever in the section the focus is, but not in a field. */
  function pasteHere(event: ClipboardEvent) {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return
    const { files } = event.clipboardData
    const text = event.clipboardData.getData('text/plain')
    if (files.length > 0) choose([...files])
    else if (text.trim() !== '') paste(text)
  }

  return (
    <div className="log-steps" onPaste={pasteHere}>
      <p className="lead">
        Bring a log of prompts that several LLMs have answered, with a score and a cost for each answer. It
        becomes a world like the others: train on it, race on it, evaluate on it.{' '}
        <strong>Nothing of it leaves this device:</strong> it is read, encoded and kept in this browser.
      </p>
      <DropZone />
      <ExampleLogs />
      <div className="log-progress" {...usePart('log-progress')}>
        <ImportProgress />
      </div>
      {opened && (kind === 'preview' || kind === 'failed') && <OpenFile />}
      <SavedLogs />
    </div>
  )
}

/** The open file: what its columns mean, what is wrong with it, and what to make of it. */
function OpenFile() {
  const ready = useLog(state => state.summary !== null)
  const notes = useLog(state => state.summary?.notes)
  const problems = useLog(state => (state.status.kind === 'preview' ? state.status.problems : undefined))
  const checking = useLog(state => state.status.kind === 'preview' && state.status.checking)
  const [all, setAll] = useState(false)
  return (
    <div className="open-file">
      <Mapping all={all} onAll={setAll} />
      <div role="status" className="quiet">
        {checking && 'Reading all rows…'}
      </div>
      {problems && problems.length > 0 && (
        <>
          <Findings title="This will not do yet" messages={problems} kind="problem" />
          <LeaveOut problems={problems} />
        </>
      )}
      {notes && notes.length > 0 && <Findings title="Worth knowing" messages={notes} kind="note" />}
      {ready && !checking && <WorldForm />}
    </div>
  )
}
