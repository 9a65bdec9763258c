import { Measures } from './Measures.tsx'
import { RewardChart } from './RewardChart.tsx'
import { SharesChart } from './SharesChart.tsx'

/** The run so far, live: reward and what is pulled first, then five measures as small multiples. */
export function Charts() {
  return (
    <div className="charts">
      <RewardChart />
      <SharesChart />
      <Measures />
    </div>
  )
}
