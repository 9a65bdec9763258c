import { SectionLink } from './SectionLink.tsx'
import type { Section } from './section.ts'
import './LabIndex.css'

/** The way from the stage into each section of the lab. */
export function LabIndex({ sections }: { sections: readonly Section[] }) {
  return (
    <nav className="lab-index" aria-label="The lab">
      <ul>
        {sections.map(({ id, title }) => (
          <li key={id}>
            <SectionLink to={id}>{title}</SectionLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
