/** Messages of policy files, run files, links and downloads. */
export interface FileMessages {
  readonly 'file-too-large': { readonly bytes: number; readonly mostBytes: number }
}
