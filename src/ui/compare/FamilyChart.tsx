import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { FamilyFigures } from './families.ts'
import { formatFine } from './words.ts'
import './FamilyChart.css'

/** Height of a family's three bars, and of the axis and the key, px. */
const FAMILY_PX = 44
const FRAME_PX = 64
const TEXT = { fontSize: 12, fill: 'var(--quiet)' }

interface Props {
  figures: readonly FamilyFigures[]
  /** Which policy it is. */
  policy: string
}

/** Reward over the dial, family by family: the policy between the family's best LLM and the oracle. Its numbers are in the table below it. */
export default function FamilyChart({ figures, policy }: Props) {
  return (
    <div className="family-chart" aria-hidden="true">
      <ResponsiveContainer width="100%" height={figures.length * FAMILY_PX + FRAME_PX}>
        <BarChart
          data={figures.map(({ name, policy: { reward }, best, oracle }) => ({
            name,
            policy: reward,
            best,
            oracle,
          }))}
          layout="vertical"
          margin={{ top: 0, right: 8, bottom: 0, left: 0 }}
          barCategoryGap="24%"
          barGap={1}
          accessibilityLayer={false}
        >
          <CartesianGrid horizontal={false} stroke="var(--line)" />
          <XAxis type="number" tickFormatter={formatFine} tick={TEXT} stroke="var(--line)" />
          <YAxis type="category" dataKey="name" width={132} tick={TEXT} stroke="var(--line)" />
          <Tooltip
            formatter={value => formatFine(Number(value))}
            cursor={{ fill: 'var(--track)' }}
            contentStyle={{ background: 'var(--raised)', border: '1px solid var(--line)', fontSize: 12 }}
            isAnimationActive={false}
          />
          <Legend align="left" wrapperStyle={{ fontSize: 12 }} formatter={name => <span>{name}</span>} />
          <Bar dataKey="oracle" name="oracle" fill="var(--line)" isAnimationActive={false} />
          <Bar dataKey="policy" name={policy} fill="var(--accent)" isAnimationActive={false} />
          <Bar dataKey="best" name="best LLM of the family" fill="var(--quiet)" isAnimationActive={false} />
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}
