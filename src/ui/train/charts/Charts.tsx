import { startTransition, useEffect, useRef, useState } from 'react'
import type { TrainingPoint } from '../../../core/evaluation/curve.ts'
import { useTraining } from '../../context.ts'
import { useInViewport } from '../../widgets/useInViewport.ts'
import { Measures } from './Measures.tsx'
import { RewardChart } from './RewardChart.tsx'
import { SharesChart } from './SharesChart.tsx'
import './Charts.css'

/** The curve of a run that has not begun; one list, so that nothing is drawn anew for it. */
const NO_POINTS: readonly TrainingPoint[] = []

/** The run so far, live: reward and what is pulled first, then five measures as small multiples. Drawn only while on the screen. */
export function Charts() {
  const box = useRef<HTMLDivElement>(null)
  const seen = useInViewport(box)
  const newest = useTraining(state => state.report?.points ?? NO_POINTS)
  const [points, setPoints] = useState(newest)
  useEffect(() => {
    // A transition: the dial and the pointer come before the charts.
    if (seen) startTransition(() => setPoints(newest))
  }, [newest, seen])
  return (
    <div className="charts" ref={box}>
      <RewardChart points={points} />
      <SharesChart points={points} />
      <Measures points={points} />
    </div>
  )
}
