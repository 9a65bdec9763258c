import { useRef } from 'react'
import { CurvesNote } from '../CurvesNote.tsx'
import { useDrawnCurves } from '../useDrawnCurves.ts'
import { Measures } from './Measures.tsx'
import { RewardChart } from './RewardChart.tsx'
import { SharesChart } from './SharesChart.tsx'
import './Charts.css'

/** The run so far, live, or before there is one the recorded run: reward and what is pulled first, then five measures as small multiples. Drawn only while on the screen. */
export function Charts() {
  const box = useRef<HTMLDivElement>(null)
  const curves = useDrawnCurves(box)
  const { points, references, recorded } = curves
  return (
    <>
      <CurvesNote curves={curves} />
      <div className="charts" ref={box}>
        <RewardChart points={points} references={references} recorded={recorded !== null} />
        <SharesChart points={points} recorded={recorded !== null} />
        <Measures points={points} recorded={recorded} />
      </div>
    </>
  )
}
