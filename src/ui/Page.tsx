import type { MouseEvent } from 'react'
import { Announcer } from './announce/Announcer.tsx'
import { usePage, usePlayground } from './context.ts'
import { Header } from './header/Header.tsx'
import { StatusLine } from './header/StatusLine.tsx'
import { FirstWorld } from './notice/FirstWorld.tsx'
import { LabIndex } from './sections/LabIndex.tsx'
import { Sections } from './sections/Sections.tsx'
import { SectionsContext } from './sections/section.ts'
import { SECTIONS } from './sections/sections.ts'
import { Stage } from './stage/Stage.tsx'

/** The whole idea in one view, the stage; below it the lab, a section for each question that it raises. */
export function Page() {
  const shown = usePlayground(state => state.routing !== null)
  const presenter = usePage(state => state.presenter)
  return (
    <SectionsContext value={SECTIONS}>
      <div className="page" data-presenter={presenter}>
        {/* biome-ignore lint/a11y/useValidAnchor: it is navigation within the page; only its fragment may not reach the address */}
        <a className="skip" href="#dial" onClick={skipToDial}>
          Skip to the dial
        </a>
        <Header />
        <StatusLine />
        {shown ? (
          <main>
            <Stage />
            <LabIndex sections={SECTIONS} />
            <Sections sections={SECTIONS} />
          </main>
        ) : (
          <FirstWorld />
        )}
        <Announcer />
      </div>
    </SectionsContext>
  )
}

/** Focus alone: the address belongs to the view, and a fragment there would be read as a link. */
function skipToDial(event: MouseEvent): void {
  event.preventDefault()
  document.getElementById('dial')?.focus()
}
