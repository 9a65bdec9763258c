import { type MouseEvent, type ReactNode, use } from 'react'
import { StoresAndActionsContext } from '../context.ts'
import { goToSection } from './goToSection.ts'
import { SectionsContext } from './section.ts'

/** A way to a section. The address says it as the view does, and Back leads to where one was before. */
export function SectionLink({ to, children }: { to: string; children: ReactNode }) {
  const page = use(StoresAndActionsContext)
  const go = (event: MouseEvent) => {
    event.preventDefault()
    page?.actions.applyView({ open: [to] })
    goToSection(to)
  }
  return (
    <a href={`#${to}`} onClick={go}>
      {children}
    </a>
  )
}

/** A sentence in which every section named by its “title” is a link to it. */
export function WithSectionLinks({ text }: { text: string }) {
  const sections = use(SectionsContext)
  return text.split(/(?<=“)([^”]*)(?=”)/).map((piece, place) => {
    const named = place % 2 === 1 ? sections.find(({ title }) => title === piece) : undefined
    return named ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the sentence
      <SectionLink key={place} to={named.id}>
        {piece}
      </SectionLink>
    ) : (
      piece
    )
  })
}
