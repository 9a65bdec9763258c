import { useMemo } from 'react'
import type { Llm } from '../../core/world/world.ts'
import { ChartFigure } from '../widgets/chart/ChartFigure.tsx'
import type { Contender } from './contenders.ts'
import { FrontierPlot } from './FrontierPlot.tsx'
import { headline } from './headline.ts'
import { drawingOf } from './marks.ts'

interface Props {
  list: readonly Contender[]
  llms: readonly Llm[]
  /** In whose prompts: said in the title. */
  where: string
  focus: string | null
  onFocus: (key: string | null) => void
}

const COLUMNS = [
  'router',
  'w_c',
  'quality',
  'quality sd',
  'dollars per 1000 prompts',
  'reward',
  'regret',
  'seeds',
  'n',
]

/** Cost against quality for everything that has been evaluated, in its frame. */
export function FrontierChart({ list, llms, where, focus, onFocus }: Props) {
  const drawing = useMemo(() => drawingOf(list), [list])
  return (
    <ChartFigure
      part="frontier"
      name="cost-quality"
      title="Cost against quality"
      unit={where}
      summary={headline(list)}
      columns={COLUMNS}
      rows={() =>
        list.flatMap(({ label, sweep, seeds, n }) =>
          sweep.map(({ wc, quality, qualitySd, costUsd, reward, regret }) => [
            label,
            wc,
            quality,
            qualitySd,
            1000 * costUsd,
            reward,
            regret,
            seeds,
            n,
          ]),
        )
      }
    >
      <FrontierPlot drawing={drawing} llms={llms} focus={focus} onFocus={onFocus} />
    </ChartFigure>
  )
}
