import { memo, useEffect, useRef, useState } from 'react'
import type { Cell } from '../../actions/files.ts'
import { formatFigure } from '../../format.ts'
import './TableTwin.css'

/** How often the table follows a chart that moves, ms: a table that changes faster cannot be read. */
const REFRESH_MS = 1000

/** A chart's numbers as a table, newest as of the last second. */
export function TableTwin({
  title,
  columns,
  rows,
}: {
  title: string
  columns: readonly string[]
  rows: () => readonly (readonly Cell[])[]
}) {
  const shown = useEverySecond(rows)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll box must be reachable by keyboard
    <section className="table-twin" aria-label={`Table: ${title}`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((cells, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
            <Row key={place} cells={cells} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Drawn anew only when a cell has changed: a curve grows at its end. */
const Row = memo(
  function Row({ cells }: { cells: readonly Cell[] }) {
    return (
      <tr>
        {cells.map((cell, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
          <td key={column}>{formatCell(cell)}</td>
        ))}
      </tr>
    )
  },
  (before, after) =>
    before.cells.length === after.cells.length && before.cells.every((cell, i) => cell === after.cells[i]),
)

/** A value that changes often, as it was at the last full second of looking. */
function useEverySecond<T>(read: () => T): T {
  const [shown, setShown] = useState(read)
  const latest = useRef(read)
  useEffect(() => {
    latest.current = read
  }, [read])
  useEffect(() => {
    const timer = setInterval(() => setShown(latest.current()), REFRESH_MS)
    return () => clearInterval(timer)
  }, [])
  return shown
}

/** Numbers to six significant digits: beyond what any of them is known to; files carry them whole. */
export function formatCell(cell: Cell): string {
  if (cell === null) return '–'
  return typeof cell === 'number' ? formatFigure(cell, 6) : cell
}
