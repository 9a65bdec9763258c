import { memo, useMemo } from 'react'
import type { ReferenceLines, TrainingPoint } from '../../../core/evaluation/curve.ts'
import { useActions, useTraining } from '../../context.ts'
import { formatReward } from '../../format.ts'
import { usePart } from '../../usePart.ts'
import { ChartFigure } from '../../widgets/chart/ChartFigure.tsx'
import { LineChart } from '../../widgets/chart/kinds/LineChart.tsx'
import type { Level, Line } from '../../widgets/chart/lines.ts'
import { column, smoothed } from './curves.ts'
import './RewardChart.css'

const COLUMNS = [
  'update',
  'reward',
  'moving average',
  'validation reward',
  'random',
  'best fixed LLM',
  'oracle',
]

interface Props {
  points: readonly TrainingPoint[]
  references: ReferenceLines | null
  /** Whether these are of the recorded run, not of the person's own. */
  recorded: boolean
}

/** Reward of the pulled arms over the run, between what random choice and the oracle would have earned. */
export const RewardChart = memo(function RewardChart({ points, references, recorded }: Props) {
  const pinned = useTraining(state => state.pinned)
  const reward = useMemo(() => smoothed(points, point => point.reward), [points])
  const lines = useMemo(() => {
    const lines: Line[] = [{ name: 'reward', ...reward, tone: 'main' }]
    const validation = column(points, point => point.validation)
    if (validation.y.some(value => value !== null)) {
      lines.push({ name: 'validation', ...validation, tone: 'second' })
    }
    if (pinned) {
      lines.push({ name: pinned.label, ...smoothed(pinned.points, point => point.reward), tone: 'quiet' })
    }
    return lines
  }, [reward, points, pinned])
  const levels = useMemo<Level[]>(
    () =>
      references
        ? [
            { name: 'oracle', y: references.oracle },
            { name: 'best fixed LLM', y: references.bestFixed },
            { name: 'random', y: references.random },
          ]
        : [],
    [references],
  )
  const last = points.at(-1)
  const now = reward.y.at(-1)
  return (
    <ChartFigure
      part="reward-curve"
      name="reward"
      title="Reward"
      unit="of the pulled LLMs, moving average"
      summary={
        now === undefined || !last ? (
          'Will climb from what random choice earns towards the oracle, which knows every outcome.'
        ) : (
          <>
            {recorded && 'Recorded: '}
            <b>{formatReward(now)}</b> a round
            {references && `, where the best fixed LLM at each w earns ${formatReward(references.bestFixed)}`}
            .{' '}
            {last.validation !== null && (
              <>
                <b>{formatReward(last.validation)}</b> on validation prompts, by its own choices.
              </>
            )}
          </>
        )
      }
      columns={COLUMNS}
      action={<Pin />}
      rows={() =>
        points.map((point, i) => [
          point.step,
          point.reward,
          reward.y[i],
          point.validation,
          references?.random ?? null,
          references?.bestFixed ?? null,
          references?.oracle ?? null,
        ])
      }
    >
      <LineChart
        label="Reward"
        height={224}
        lines={lines}
        levels={levels}
        labelRoom={104}
        unit="updates"
        format={formatReward}
      />
    </ChartFigure>
  )
})

/** Keeps this curve for comparison with the next run. */
function Pin() {
  const { pin, unpin } = useActions().training
  const pinned = useTraining(state => state.pinned !== null)
  const part = usePart('pin')
  const empty = useTraining(state => (state.report?.points.length ?? 0) === 0)
  return (
    <button
      type="button"
      className="plain pin"
      {...part}
      aria-pressed={pinned}
      disabled={empty && !pinned}
      onClick={pinned ? unpin : pin}
    >
      {pinned ? 'Unpin the grey curve' : 'Pin this curve under the next'}
    </button>
  )
}
