import { SectionFrame } from './SectionFrame.tsx'
import type { Section } from './section.ts'

/** Sections one below the other. @param before stations that are counted already */
export function Sections({ sections, before }: { sections: readonly Section[]; before: number }) {
  const numbered = sections.filter(section => section.numbered)
  return sections.map(section => (
    <SectionFrame
      key={section.id}
      section={section}
      place={section.numbered ? before + numbered.indexOf(section) + 1 : null}
    />
  ))
}
