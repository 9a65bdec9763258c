/** Rows at a constant stride, the first one among them: at most `most`, evenly spread. */
export function strideSample(rows: Uint32Array, most: number): Uint32Array {
  const stride = Math.max(1, Math.ceil(rows.length / most))
  return rows.filter((_, i) => i % stride === 0)
}
