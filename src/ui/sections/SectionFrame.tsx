import { useSectionPart } from '../usePart.ts'
import { whenIdle } from '../whenIdle.ts'
import { Fetched } from './Fetched.tsx'
import type { Section } from './section.ts'
import './section.css'

/** A section's code is fetched once the stage stands: until then the line and the processor are the dial's. */
const afterTheStage =
  (load: Section['load']): Section['load'] =>
  () =>
    whenIdle().then(load)

/** Sections are given nothing: they read what they need. */
const NOTHING = {}

/** A section's heading, and below it what is fetched for it, or why that is not there. */
export function SectionFrame({ section }: { section: Section }) {
  const { id, title, room, load } = section
  return (
    <section className={`section ${id}`} id={id} {...useSectionPart(id)} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1}>
        {title}
      </h2>
      <Fetched
        title={title}
        load={afterTheStage(load)}
        given={NOTHING}
        waiting={
          <p className="section-wait quiet" role="status" style={{ minHeight: `${room}rem` }}>
            Loading…
          </p>
        }
      />
    </section>
  )
}
