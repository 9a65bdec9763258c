import { memo, useMemo } from 'react'
import type { TrainingPoint } from '../../../core/evaluation/curve.ts'
import { argmax } from '../../../core/math/statistics.ts'
import { usePlayground } from '../../context.ts'
import { formatPercent } from '../../format.ts'
import { ChartFigure } from '../../widgets/chart/ChartFigure.tsx'
import { StackChart } from '../../widgets/chart/kinds/StackChart.tsx'
import { averageRows } from './curves.ts'

interface Props {
  points: readonly TrainingPoint[]
  /** Whether these are of the recorded run, not of the person's own. */
  recorded: boolean
}

/** Which LLMs are pulled, over the run. */
export const SharesChart = memo(function SharesChart({ points, recorded }: Props) {
  const llms = usePlayground(state => state.loaded?.world.llms)
  const lit = usePlayground(state => state.lit)
  const names = useMemo(() => llms?.map(llm => llm.name) ?? [], [llms])
  const { x, shares } = useMemo(() => {
    const known = points.filter(point => point.shares.length === names.length)
    return { x: known.map(point => point.step), shares: averageRows(known.map(point => point.shares)) }
  }, [points, names])
  const last = shares.at(-1)
  return (
    <ChartFigure
      part="shares"
      name="shares"
      title="Share of pulls"
      unit="moving average, cheapest LLM below"
      summary={
        last ? (
          <>
            {recorded ? 'Recorded: most' : 'Most'} pulled: {names[argmax(last)]},{' '}
            <b>{formatPercent(Math.max(...last))}</b>.
          </>
        ) : (
          'Begins with every LLM pulled about as often; those that pay off grow.'
        )
      }
      columns={['update', ...names]}
      rows={() => shares.map((row, i) => [x[i], ...row])}
    >
      <StackChart
        label="Share of pulls"
        height={224}
        x={x}
        shares={shares}
        names={names}
        lit={lit}
        unit="updates"
        format={formatPercent}
      />
    </ChartFigure>
  )
})
