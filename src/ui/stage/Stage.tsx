import { Dial } from '../dial/Dial.tsx'
import { Spectrum } from '../dial/Spectrum.tsx'
import { PromptPanel } from '../prompt/PromptPanel.tsx'
import { Answer } from '../route/Answer.tsx'
import { Bars } from '../route/Bars.tsx'
import { Run } from './Run.tsx'
import { StageCharts } from './StageCharts.tsx'
import { Transport } from './Transport.tsx'
import { useTelling } from './useTelling.ts'
import './Stage.css'

/**
 * Prompt, answer, dial, spectrum and training in one view: whatever is touched, its effect is on screen. On phones, and where
 * the page is low, dial, spectrum and Play stand docked at the lower edge.
 */
export function Stage() {
  const phase = useTelling()?.phase
  return (
    <div className="stage" data-telling={phase}>
      <div className="stage-top">
        <PromptPanel />
        <section className="route" aria-label="Answer">
          <Answer />
          <Bars />
        </section>
      </div>
      <div className="dock">
        <Dial />
        <Spectrum />
        <Transport />
      </div>
      <div className="stage-run">
        <Run />
        <StageCharts />
      </div>
    </div>
  )
}
