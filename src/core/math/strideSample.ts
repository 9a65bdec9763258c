/**
 * Rows at an even stride, the first one among them: exactly `most` of them, or all where there are no more. Row i of the
 * sample is row floor(i n / most), so no two gaps differ by more than one.
 */
export function strideSample(rows: Uint32Array, most: number): Uint32Array {
  const count = Math.min(most, rows.length)
  return Uint32Array.from({ length: count }, (_, i) => rows[Math.floor((i * rows.length) / count)])
}
