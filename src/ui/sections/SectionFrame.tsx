import { lazy, Suspense, useState } from 'react'
import { useSectionPart } from '../usePart.ts'
import { SectionBoundary } from './SectionBoundary.tsx'
import type { Section } from './section.ts'
import './section.css'

interface Props {
  section: Section
  /** Its place in the count of sections; null outside of it. */
  place: number | null
}

/** A section's heading, and below it what is fetched for it, or why that is not there. */
export function SectionFrame({ section, place }: Props) {
  const { id, title, symbol, load } = section
  const [Content, setContent] = useState(() => lazy(load))
  return (
    <section className={`section ${id}`} id={id} {...useSectionPart(id)} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1}>
        {place !== null && <span className="step">{place}</span>} {title}{' '}
        {symbol !== '' && <span className="symbol">{symbol}</span>}
      </h2>
      {/* A lazy component that was refused stays refused, so trying again takes a new one. The browser asks the server
          again: a module that could not be fetched is not remembered as missing. */}
      <SectionBoundary title={title} onRetry={() => setContent(lazy(load))}>
        <Suspense
          fallback={
            <p className="section-wait quiet" role="status">
              Loading…
            </p>
          }
        >
          <Content />
        </Suspense>
      </SectionBoundary>
    </section>
  )
}
