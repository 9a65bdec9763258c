import { useMemo } from 'react'
import { useStudy } from '../../context.ts'
import { formatReward } from '../../format.ts'
import { ChartFigure } from '../../widgets/chart/ChartFigure.tsx'
import { LineChart } from '../../widgets/chart/kinds/LineChart.tsx'
import type { Line } from '../../widgets/chart/lines.ts'
import { isReference, RACERS, raceLine } from './race.ts'

/** What tells the bandits other than the policy apart: greys, by their dashes. */
const BANDIT_TONES: readonly Line['tone'][] = ['ink', 'second', 'dotted']
const BANDITS: readonly string[] = RACERS.map(({ id }) => id).filter(
  id => id !== 'policy' && !isReference(id),
)

/** The policy is the accent, the references the faintest. */
function toneOf(id: string): Line['tone'] {
  if (id === 'policy') return 'main'
  return isReference(id) ? 'quiet' : BANDIT_TONES[BANDITS.indexOf(id) % BANDIT_TONES.length]
}

/** Reward of the pulled arms over the race, a line a learner. */
export function RaceChart() {
  const plan = useStudy(state => state.race.plan)
  const curves = useStudy(state => state.race.progress?.curves ?? null)
  const runs = useMemo(
    () =>
      plan && curves
        ? plan.entries
            .map(({ id, label }) => ({ id, label, line: raceLine(curves, id) }))
            .filter(({ line }) => line.x.length > 0)
        : [],
    [plan, curves],
  )
  const lines = useMemo(
    () =>
      runs.map(
        ({ id, label, line: { x, y, band } }): Line => ({
          name: label,
          x,
          y,
          tone: toneOf(id),
          ...(band ? { band } : {}),
        }),
      ),
    [runs],
  )
  if (runs.length === 0) return null
  const seeds = plan?.seeds.length ?? 1
  return (
    <ChartFigure
      part="race-chart"
      name="race"
      title="Reward over the race"
      unit="of the pulled LLMs, moving average"
      summary={
        seeds > 1
          ? `Mean of the seeds begun; the band is one standard deviation either way over them (${seeds} in all).`
          : 'One seed: no band.'
      }
      columns={['update', ...runs.flatMap(({ label }) => [label, `${label} sd`])]}
      rows={() =>
        runs[0].line.x.map((step, i) => [
          step,
          ...runs.flatMap(({ line: { y, band } }) => [y[i] ?? null, band ? band.high[i] - y[i] : null]),
        ])
      }
    >
      <LineChart
        label="Reward over the race"
        height={240}
        lines={lines}
        labelRoom={104}
        unit="updates"
        format={formatReward}
      />
    </ChartFigure>
  )
}
