import { memo } from 'react'
import { Area, AreaChart, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import type { Llm } from '../../core/world/world.ts'
import { inkOn, priceColour } from '../priceRamp.ts'

interface Props {
  rows: readonly Float32Array[]
  llms: readonly Llm[]
}

/** The stacked areas with their direct labels. Redrawn for a new prompt or policy, never by the dial. */
export default memo(function SpectrumChart({ rows, llms }: Props) {
  const data = rows.map((row, step) => ({ step, shares: row }))
  return (
    <>
      <ResponsiveContainer width="100%" height="100%">
        <AreaChart data={data} margin={{ top: 0, right: 0, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <XAxis dataKey="step" type="number" domain={[0, rows.length - 1]} hide />
          <YAxis domain={[0, 1]} hide />
          {llms.map((llm, arm) => (
            <Area
              key={llm.id}
              dataKey={({ shares }: { shares: Float32Array }) => shares[arm]}
              stackId="pi"
              type="linear"
              stroke="none"
              fill={priceColour(arm, llms.length)}
              fillOpacity={1}
              isAnimationActive={false}
            />
          ))}
        </AreaChart>
      </ResponsiveContainer>
      {labels(rows).map(({ arm, x, y }) => (
        <span
          key={arm}
          className="area-label"
          style={{
            left: `${x * 100}%`,
            bottom: `${y * 100}%`,
            color: inkOn(arm, llms.length),
            transform: `translate(${x < 0.12 ? '0' : x > 0.88 ? '-100%' : '-50%'}, 50%)`,
          }}
        >
          {llms[arm].name}
        </span>
      ))}
    </>
  )
})

/** A label for every LLM that is wide and tall enough somewhere, at the middle of its band where it is tallest. */
function labels(rows: readonly Float32Array[]): { arm: number; x: number; y: number }[] {
  const arms = rows[0].length
  return Array.from({ length: arms }, (_, arm) => {
    let best = 0
    rows.forEach((row, step) => {
      if (row[arm] > rows[best][arm]) best = step
    })
    const broad = rows.filter(row => row[arm] > 0.12).length / rows.length
    const below = rows[best].slice(0, arm).reduce((sum, p) => sum + p, 0)
    return { arm, share: rows[best][arm], broad, x: best / (rows.length - 1), y: below + rows[best][arm] / 2 }
  }).filter(label => label.share > 0.2 && label.broad > 0.1)
}
