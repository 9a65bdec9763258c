import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'
import { stepTo } from './steps.ts'
import './ActivationGrid.css'

interface Props {
  values: Float32Array
  columns: number
  label: string
  /** The number being read, or null. */
  cell: number | null
  /** What is read there, in words. */
  reading: string | null
  onCell: (cell: number | null) => void
}

/** Height of one row of numbers and of the frame around them, px. */
const ROW_PX = 5
const FRAME_PX = 6

/** A vector as a grid of pixels: darker is larger, the accent marks negative numbers. Scaled by the largest magnitude. */
export function ActivationGrid({ values, columns, label, cell, reading, onCell }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const rows = Math.ceil(values.length / columns)
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context) return
    const image = context.createImageData(columns, rows)
    let largest = 1e-9
    for (const value of values) largest = Math.max(largest, Math.abs(value))
    values.forEach((value, i) => {
      const [r, g, b] = value < 0 ? [0, 137, 123] : [122, 116, 108]
      image.data.set([r, g, b, Math.round(255 * Math.abs(value / largest) ** 0.8)], 4 * i)
    })
    context.putImageData(image, 0, 0)
  }, [values, columns, rows])

  const point = ({ clientX, clientY, currentTarget }: PointerEvent) => {
    const box = currentTarget.getBoundingClientRect()
    const column = Math.floor((columns * (clientX - box.left)) / box.width)
    const row = Math.floor((rows * (clientY - box.top)) / box.height)
    const at = row * columns + column
    onCell(column >= 0 && column < columns && at >= 0 && at < values.length ? at : null)
  }
  const press = (event: KeyboardEvent) => {
    const next = stepTo(event.key, cell ?? -1, values.length)
    if (next === null) return
    event.preventDefault()
    onCell(next)
  }
  return (
    <div
      className="activations"
      style={{ height: FRAME_PX + rows * ROW_PX }}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={1}
      aria-valuemax={values.length}
      aria-valuenow={(cell ?? 0) + 1}
      aria-valuetext={reading ?? `${values.length} numbers: read them with the arrow keys`}
      onPointerMove={point}
      onPointerLeave={() => onCell(null)}
      onBlur={() => onCell(null)}
      onKeyDown={press}
    >
      <canvas ref={canvas} width={columns} height={rows} />
      {cell !== null && (
        <span
          className="cell"
          style={{
            left: `${(100 * (cell % columns)) / columns}%`,
            top: `${(100 * Math.floor(cell / columns)) / rows}%`,
            width: `${100 / columns}%`,
            height: `${100 / rows}%`,
          }}
        />
      )}
    </div>
  )
}
