import { type RefObject, startTransition, useEffect, useState } from 'react'
import { useInViewport } from '../widgets/useInViewport.ts'
import { type Curves, useCurves } from './useCurves.ts'

/** The curves as charts in `box` draw them: kept up to date while the box is on the screen. */
export function useDrawnCurves(box: RefObject<HTMLDivElement | null>): Curves {
  const seen = useInViewport(box)
  const newest = useCurves()
  const [curves, setCurves] = useState(newest)
  useEffect(() => {
    // A transition: the dial and the pointer come before the charts.
    if (seen) startTransition(() => setCurves(newest))
  }, [newest, seen])
  return curves
}
