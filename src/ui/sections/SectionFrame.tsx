import { useSectionPart } from '../usePart.ts'
import { Fetched } from './Fetched.tsx'
import type { Section } from './section.ts'
import './section.css'

interface Props {
  section: Section
  /** Its place in the count of sections; null outside of it. */
  place: number | null
}

/** Sections are given nothing: they read what they need. */
const NOTHING = {}

/** A section's heading, and below it what is fetched for it, or why that is not there. */
export function SectionFrame({ section, place }: Props) {
  const { id, title, symbol, load } = section
  return (
    <section className={`section ${id}`} id={id} {...useSectionPart(id)} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1}>
        {place !== null && <span className="step">{place}</span>} {title}{' '}
        {symbol !== '' && <span className="symbol">{symbol}</span>}
      </h2>
      <Fetched
        title={title}
        load={load}
        given={NOTHING}
        waiting={
          <p className="section-wait quiet" role="status">
            Loading…
          </p>
        }
      />
    </section>
  )
}
