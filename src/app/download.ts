/** Hands bytes to the browser's download, and draws a chart as pixels. */
import { problem } from '../core/messages/message.ts'
import type { DrawnSvg } from '../share/export/svg.ts'

/** How long the browser may take to start reading, ms. */
const KEPT_MS = 60_000

/** @throws Error when the browser will not make the file */
export function download(name: string, parts: readonly BlobPart[], type: string): void {
  const address = URL.createObjectURL(new Blob([...parts], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
}

/** A chart as a PNG of twice its size in CSS pixels. @throws Problem, or the browser's own error, when it cannot be drawn */
export async function rasterise({ text, width, height }: DrawnSvg): Promise<Blob> {
  const image = new Image()
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
  try {
    image.src = address
    await image.decode()
    const canvas = createCanvas(Math.ceil(2 * width), Math.ceil(2 * height))
    const context = canvas?.getContext('2d')
    if (!canvas || !context) throw problem('no-canvas', {})
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await canvas.convertToBlob({ type: 'image/png' })
  } finally {
    URL.revokeObjectURL(address)
  }
}

function createCanvas(width: number, height: number): OffscreenCanvas | null {
  return 'OffscreenCanvas' in globalThis ? new OffscreenCanvas(width, height) : null
}
