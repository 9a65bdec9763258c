import { type ReactNode, useRef } from 'react'
import type { Cell } from '../../actions/files.ts'
import { useActions } from '../../context.ts'
import type { PartId } from '../../parts.ts'
import { usePart } from '../../usePart.ts'
import { Disclosure } from './Disclosure.tsx'
import { TableTwin } from './TableTwin.tsx'
import './ChartFigure.css'

interface Props {
  part: PartId
  /** Names the saved files and the title's id: short, unique on the page. */
  name: string
  title: string
  /** Said small beside the title. */
  unit?: string
  /** What the chart says right now, in words and figures. */
  summary: ReactNode
  columns: readonly string[]
  /** The drawn numbers, exact, one row a point; asked for only when they are shown or saved. */
  rows: () => readonly (readonly Cell[])[]
  /** What else can be done with this chart. */
  action?: ReactNode
  /** The drawing: its first svg is what gets saved. */
  children: ReactNode
}

/** The frame around every chart: a title, the current values in words, the drawing, and in place the same numbers as a table and as files. */
export function ChartFigure(props: Props) {
  const { part, name, title, unit, summary, columns, rows, action, children } = props
  const { files } = useActions()
  const drawing = useRef<HTMLDivElement>(null)
  const saveChart = (format: 'svg' | 'png') => {
    const svg = drawing.current?.querySelector('svg')
    if (svg) files.saveChart(name, svg, format)
  }
  return (
    <figure className="chart-figure" {...usePart(part)} aria-labelledby={`${name}-chart`}>
      <h3 id={`${name}-chart`}>
        {title}
        {unit && <span className="unit">{unit}</span>}
      </h3>
      <p className="chart-summary">{summary}</p>
      <div className="chart-drawing" ref={drawing}>
        {children}
      </div>
      <div className="chart-foot">
        <Disclosure label="Numbers" about={title}>
          <p className="chart-files">
            <button type="button" onClick={() => files.saveTable(name, columns, rows())}>
              CSV
            </button>
            <button type="button" onClick={() => saveChart('svg')}>
              SVG
            </button>
            <button type="button" onClick={() => saveChart('png')}>
              PNG
            </button>
          </p>
          <TableTwin title={title} columns={columns} rows={rows} />
        </Disclosure>
        {action}
      </div>
    </figure>
  )
}
