import { createElement, lazy, type ReactNode, Suspense, useState } from 'react'
import { type Load, loadAgain } from './loadAgain.ts'
import { SectionBoundary } from './SectionBoundary.tsx'

interface FetchedProps<Props> {
  /** What it is, where it has to be said that it is not there. */
  title: string
  load: Load<Props>
  given: Props
  /** What stands there meanwhile. */
  waiting: ReactNode
}

/** A component whose code is fetched when it is first drawn. Where it cannot be had, that is said in its place, and it can be tried again. */
export function Fetched<Props extends object>({ title, load, given, waiting }: FetchedProps<Props>) {
  const [content, setContent] = useState(() => lazy(load))
  // A lazy component that was refused stays refused, so trying again takes a new one.
  const retry = () => setContent(lazy(() => loadAgain(load)))
  return (
    <SectionBoundary title={title} onRetry={retry}>
      <Suspense fallback={waiting}>{createElement(content, given)}</Suspense>
    </SectionBoundary>
  )
}
