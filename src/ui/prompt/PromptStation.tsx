import { Station } from '../widgets/Station.tsx'
import { EncoderPanel } from './EncoderPanel.tsx'
import { Gallery } from './Gallery.tsx'
import { PromptBox } from './PromptBox.tsx'
import './PromptStation.css'

/** The prompt, one's own or an example. */
export function PromptStation({ place }: { place: number }) {
  return (
    <Station place={place} name="prompt" title="Prompt" symbol="x">
      <PromptBox />
      <EncoderPanel />
      <Gallery />
    </Station>
  )
}
