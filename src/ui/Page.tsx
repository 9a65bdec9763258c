import type { MouseEvent } from 'react'
import { usePlayground } from './context.ts'
import { Dial } from './dial/Dial.tsx'
import { Spectrum } from './dial/Spectrum.tsx'
import { Header } from './header/Header.tsx'
import { FirstWorld } from './notice/FirstWorld.tsx'
import { NoticePlace } from './notice/NoticePlace.tsx'
import { PolicyStation } from './policy/PolicyStation.tsx'
import { PromptStation } from './prompt/PromptStation.tsx'
import { RouteStation } from './route/RouteStation.tsx'
import { Sections } from './sections/Sections.tsx'
import { SectionsContext } from './sections/section.ts'
import { SECTIONS } from './sections/sections.ts'

/** Stations above the sections, counted with them. */
const STATIONS = 3

/** The page as one flow: x and w in, pi, then the route; the dial stays in view. */
export function Page() {
  const shown = usePlayground(state => state.routing !== null)
  return (
    <SectionsContext value={SECTIONS}>
      {/* biome-ignore lint/a11y/useValidAnchor: it is navigation within the page; only its fragment may not reach the address */}
      <a className="skip" href="#dial" onClick={skipToDial}>
        Skip to the dial
      </a>
      <Header />
      <NoticePlace />
      {shown ? (
        <main>
          <div className="stations">
            <PromptStation place={1} />
            <PolicyStation place={2} />
            <RouteStation place={3} />
          </div>
          <Dial />
          <Spectrum />
          <Sections sections={SECTIONS} before={STATIONS} />
        </main>
      ) : (
        <FirstWorld />
      )}
    </SectionsContext>
  )
}

/** Focus alone: the address belongs to the view, and a fragment there would be read as a link. */
function skipToDial(event: MouseEvent): void {
  event.preventDefault()
  document.getElementById('dial')?.focus()
}
