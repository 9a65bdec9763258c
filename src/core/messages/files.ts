import type { None } from './none.ts'

/** Messages of policy files, run files, links and downloads. */
export interface FileMessages<Messages> {
  readonly 'file-too-large': { readonly bytes: number; readonly mostBytes: number }
  /** Neither a policy nor a run. */
  readonly 'file-of-no-kind': None

  /** The first of several: what follows says why. */
  readonly 'file-not-opened': { readonly name: string }
  readonly 'table-not-saved': None
  readonly 'chart-not-saved': None
  readonly 'policy-not-saved': None
  readonly 'run-not-saved': None

  readonly 'policy-opened': { readonly name: string }
  readonly 'run-opened': { readonly name: string }
  /** What was passed over on the way: clauses that begin small and end without a stop. */
  readonly 'to-know': { readonly notes: Messages }
  /** A clause. */
  readonly 'trained-elsewhere': { readonly world: string }
  /** The world of a run that is opened is not in the catalogue. */
  readonly 'world-of-run-missing': { readonly world: string }
  /** Its LLMs are others. */
  readonly 'world-of-run-differs': { readonly world: string }
  readonly 'world-of-run-not-shown': None

  /** @param problems clauses that begin small and end without a stop */
  readonly 'link-not-followed': { readonly problems: Messages }
  /** What may be wrong with a link, clauses. */
  readonly 'link-too-long': None
  readonly 'link-without-version': None
  readonly 'link-of-unknown-version': None
  /** Made by a newer page than this, which reads versions up to `readable`. */
  readonly 'link-of-later-version': { readonly version: number; readonly readable: number }
  /** The first few of them, and how many more there are. */
  readonly 'link-fields-unknown': { readonly fields: readonly string[]; readonly more: number }
  /** `label` is what the field is, in words. */
  /** A lesson, a file or a control asked for a value that is out of bounds, or of another kind. */
  readonly 'view-value-refused': { readonly label: Messages }
  readonly 'link-field-unreadable': { readonly field: string; readonly label: Messages }
  readonly 'link-copied': None
  readonly 'link-not-copied': None
  /** Nor may the page change its address. */
  readonly 'link-neither-copied-nor-shown': { readonly link: string }
}
