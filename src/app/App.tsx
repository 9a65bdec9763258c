import { useEffect, useMemo } from 'react'
import { PartsContext } from '../ui/context.ts'
import { Page } from '../ui/Page.tsx'
import { createController } from './controller.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'

/** Joins the parts: stores, engine and link below, the page above. */
export function App() {
  const controller = useMemo(createController, [])
  useEffect(() => controller.start(), [controller])
  return (
    <ErrorBoundary>
      <PartsContext value={controller.parts}>
        <Page />
      </PartsContext>
    </ErrorBoundary>
  )
}
