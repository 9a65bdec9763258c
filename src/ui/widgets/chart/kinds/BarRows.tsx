import {
  Bar,
  BarChart,
  CartesianGrid,
  ErrorBar,
  Legend,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import './BarRows.css'

/** One bar of every row. */
export interface BarSeries {
  readonly name: string
  readonly colour: string
}

export interface BarRow {
  readonly name: string
  /** One a series. */
  readonly values: readonly number[]
  /** Standard deviations of the values; none where they are not known. */
  readonly spreads?: readonly number[]
}

interface Props {
  rows: readonly BarRow[]
  series: readonly BarSeries[]
  /** Height of a row, px. */
  rowPx: number
  format: (value: number) => string
}

/** Height of the axis, px, and of the key, where there is one. */
const AXIS_PX = 38
const KEY_PX = 26
const TEXT = { fontSize: 12, fill: 'var(--quiet)' }

/** Values as bars from 0, a row each, by recharts: for what stands still, since an update of it takes 25 ms. Its numbers stand in a table beside it. */
export default function BarRows({ rows, series, rowPx, format }: Props) {
  const keyed = series.length > 1
  return (
    <div className="bar-rows" aria-hidden="true">
      <ResponsiveContainer width="100%" height={rows.length * rowPx + AXIS_PX + (keyed ? KEY_PX : 0)}>
        <BarChart
          data={[...rows]}
          layout="vertical"
          margin={{ top: 0, right: 8, bottom: 0, left: 0 }}
          barCategoryGap="24%"
          barGap={1}
          accessibilityLayer={false}
        >
          <CartesianGrid horizontal={false} stroke="var(--line)" />
          <XAxis type="number" tickFormatter={format} tick={TEXT} stroke="var(--line)" />
          <YAxis type="category" dataKey="name" width={132} tick={TEXT} stroke="var(--line)" />
          <Tooltip
            formatter={value => format(Number(value))}
            cursor={{ fill: 'var(--track)' }}
            contentStyle={{ background: 'var(--raised)', border: '1px solid var(--line)', fontSize: 12 }}
            isAnimationActive={false}
          />
          {keyed && (
            <Legend align="left" wrapperStyle={{ fontSize: 12 }} formatter={name => <span>{name}</span>} />
          )}
          {series.map(({ name, colour }, i) => (
            <Bar
              key={name}
              dataKey={(row: BarRow) => row.values[i]}
              name={name}
              fill={colour}
              isAnimationActive={false}
            >
              <ErrorBar
                dataKey={(row: BarRow) => row.spreads?.[i] ?? 0}
                direction="x"
                width={4}
                stroke="var(--ink)"
                isAnimationActive={false}
              />
            </Bar>
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}
