/** Rows taken at once: eight neighbours are then written together. */
const STRIP = 8

/** The transpose, columns x rows, of a row-major rows x columns matrix, into `out`, which is another array; returns it. */
export function transpose(
  matrix: Float32Array,
  rows: number,
  columns: number,
  out: Float32Array = new Float32Array(rows * columns),
): Float32Array {
  const whole = rows - (rows % STRIP)
  for (let i = 0; i < whole; i += STRIP) {
    let from = i * columns
    for (let j = 0, to = i; j < columns; j++, to += rows, from++) {
      out[to] = matrix[from]
      out[to + 1] = matrix[from + columns]
      out[to + 2] = matrix[from + 2 * columns]
      out[to + 3] = matrix[from + 3 * columns]
      out[to + 4] = matrix[from + 4 * columns]
      out[to + 5] = matrix[from + 5 * columns]
      out[to + 6] = matrix[from + 6 * columns]
      out[to + 7] = matrix[from + 7 * columns]
    }
  }
  for (let i = whole; i < rows; i++) {
    for (let j = 0; j < columns; j++) out[j * rows + i] = matrix[i * columns + j]
  }
  return out
}
