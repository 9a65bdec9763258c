import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LineChart } from '../../../../src/ui/widgets/chart/kinds/LineChart.tsx'
import { StackChart } from '../../../../src/ui/widgets/chart/kinds/StackChart.tsx'
import type { Line } from '../../../../src/ui/widgets/chart/lines.ts'
import { formatCell } from '../../../../src/ui/widgets/chart/TableTwin.tsx'

const x = Array.from({ length: 300 }, (_, i) => 10 * (i + 1))
const format = (value: number) => value.toFixed(2)
const reward: Line = { name: 'reward', x, y: x.map(step => step / 5000), tone: 'main' }

function drawn(lines: readonly Line[], labelRoom: number): string {
  const levels = [{ name: 'oracle', y: 0.9 }]
  return renderToStaticMarkup(
    createElement(LineChart, {
      label: 'Reward',
      height: 200,
      lines,
      levels,
      labelRoom,
      unit: 'updates',
      format,
    }),
  )
}

test('lines and levels are named beside the plot, and the axis says how far it goes', () => {
  const chart = drawn([reward], 100)
  for (const text of ['>reward<', '>oracle<', '>3,000 updates<', '>0.50<']) expect(chart).toContain(text)
})

test('without room for names the levels are named in the plot', () => {
  const chart = drawn([reward], 0)
  expect(chart).toContain('>oracle<')
  expect(chart).not.toContain('>reward<')
})

test('a chart is a named stop of the keyboard that reads values', () => {
  const chart = drawn([reward], 0)
  expect(chart).toMatch(/role="slider" tabindex="0" aria-label="Reward: read values with the arrow keys"/)
  expect(chart).toContain('aria-valuemax="299"')
})

test('an empty chart draws no line and no invented ticks', () => {
  const chart = drawn([{ ...reward, x: [], y: [] }], 0)
  expect(chart).not.toContain('NaN')
  expect(chart.match(/class="grid-line"/g)).toHaveLength(1)
})

test('a stack draws one band an LLM, however many there are', () => {
  const names = Array.from({ length: 64 }, (_, arm) => `LLM ${arm}`)
  const shares = x.map(() => names.map(() => 1 / 64))
  const chart = renderToStaticMarkup(
    createElement(StackChart, {
      label: 'Share of pulls',
      height: 200,
      x,
      shares,
      names,
      unit: 'updates',
      format,
      lit: null,
    }),
  )
  expect(chart.match(/<path /g)).toHaveLength(64)
  expect(chart).not.toContain('NaN')
})

test('a table cell says numbers to six digits, and a gap as a dash', () => {
  expect([0.123456789, -2, 1e-9, null, 'policy'].map(formatCell)).toEqual([
    ...['0.123457', '−2', '1e−9', '–', 'policy'],
  ])
})
