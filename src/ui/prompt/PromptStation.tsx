import { usePlayground } from '../context.ts'
import { EncoderPanel } from './EncoderPanel.tsx'
import { Gallery } from './Gallery.tsx'
import { PromptBox } from './PromptBox.tsx'

/** Station 1: the prompt, one's own or an example. */
export function PromptStation() {
  const ready = usePlayground(state => state.routing !== null)
  if (!ready) return null
  return (
    <section className="station prompt" aria-labelledby="prompt-title">
      <h2 id="prompt-title">
        <span className="step">1</span> Prompt <span className="symbol">x</span>
      </h2>
      <PromptBox />
      <EncoderPanel />
      <Gallery />
    </section>
  )
}
