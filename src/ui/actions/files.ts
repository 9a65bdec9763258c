/** A cell of a saved table. */
export type Cell = string | number | null

/** Files for the person: the browser's own download. Nothing leaves the device. */
export interface FileActions {
  /** Saves a table as `name.csv`. Texts that a spreadsheet would run as formulas are escaped. */
  saveTable(name: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): void
  /** Saves a drawn chart as `name.svg` or `name.png`, with its colours resolved. */
  saveChart(name: string, svg: SVGSVGElement, format: 'svg' | 'png'): void
}
