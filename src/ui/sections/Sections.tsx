import { SectionFrame } from './SectionFrame.tsx'
import type { Section } from './section.ts'

/** Sections one below the other. */
export function Sections({ sections }: { sections: readonly Section[] }) {
  return sections.map(section => <SectionFrame key={section.id} section={section} />)
}
