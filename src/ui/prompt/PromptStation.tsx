import { Station } from '../widgets/Station.tsx'
import { EncoderPanel } from './EncoderPanel.tsx'
import { Gallery } from './Gallery.tsx'
import { PromptBox } from './PromptBox.tsx'

/** Station 1: the prompt, one's own or an example. */
export function PromptStation() {
  return (
    <Station place={1} name="prompt" title="Prompt" symbol="x">
      <PromptBox />
      <EncoderPanel />
      <Gallery />
    </Station>
  )
}
