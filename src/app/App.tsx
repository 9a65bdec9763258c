import { useEffect, useMemo } from 'react'
import { StoresAndActionsContext } from '../ui/context.ts'
import { Page } from '../ui/Page.tsx'
import { createController } from './controller.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'

/** Joins stores and actions with the page. */
export function App() {
  const controller = useMemo(createController, [])
  useEffect(() => controller.start(), [controller])
  return (
    <ErrorBoundary>
      <StoresAndActionsContext value={controller.storesAndActions}>
        <Page />
      </StoresAndActionsContext>
    </ErrorBoundary>
  )
}
