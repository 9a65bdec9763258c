/** A cell of a saved table. */
export type Cell = string | number | null

/** Files for the person: the browser's own download, and what they open again. Nothing leaves the device. */
export interface FileActions {
  /** Saves a table as `name.csv`. Texts that a spreadsheet would run as formulas are escaped. */
  saveTable(name: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): void
  /** Saves a drawn chart as `name.svg` or `name.png`, in the light theme's colours. */
  saveChart(name: string, svg: SVGSVGElement, format: 'svg' | 'png'): void
  /** Saves the policy that routes now, with what it was trained by. */
  savePolicy(): void
  /** Saves all that brings the run back: settings, curves, parameters, studies and the view. A typed prompt is not in it. */
  saveRun(): void
  /** Opens a policy or a run that was saved here. A file that is refused changes nothing. */
  open(file: File): void
}
