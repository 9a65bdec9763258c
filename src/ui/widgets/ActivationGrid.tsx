import { useEffect, useRef } from 'react'

/** A vector as a grid of pixels: darker is larger, the accent marks negative numbers. Scaled by the largest magnitude. */
export function ActivationGrid({
  values,
  columns,
  label,
}: {
  values: Float32Array
  columns: number
  label: string
}) {
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
  return (
    <canvas
      ref={canvas}
      className="activations"
      width={columns}
      height={rows}
      role="img"
      aria-label={label}
    />
  )
}
