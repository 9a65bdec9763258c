import { useState } from 'react'
import { useEncoder, usePlayground } from '../context.ts'
import { useTelling } from '../stage/useTelling.ts'
import { usePart } from '../usePart.ts'
import { EncoderPanel } from './EncoderPanel.tsx'
import { Gallery } from './Gallery.tsx'
import { PromptBox } from './PromptBox.tsx'
import './PromptPanel.css'

/** The prompt, one's own or an example. On phones one line that opens. */
export function PromptPanel() {
  const telling = useTelling()
  const [open, setOpen] = useState(false)
  const text = usePlayground(state => state.routing?.prompt.text ?? null)
  const draft = useEncoder(state => state.draft)
  return (
    <section className="prompt-panel" aria-label="Prompt" {...usePart('prompt')}>
      <button
        type="button"
        className="prompt-line"
        aria-expanded={open}
        aria-controls="prompt-body"
        onClick={() => setOpen(!open)}
      >
        <b>Prompt</b> <bdi>{(draft ?? text ?? 'without text') || 'empty'}</bdi>
      </button>
      <div className="prompt-body" id="prompt-body" data-open={open}>
        <PromptBox />
        <EncoderPanel />
        <Gallery />
        {telling && (
          <p className="told-prompt" aria-hidden="true">
            <b>This round:</b> <bdi>{telling.round.text ?? telling.round.prompt}</bdi>
          </p>
        )}
      </div>
    </section>
  )
}
