/** Where the policy that routes comes from. */
export type PolicySource =
  | { readonly kind: 'shipped' }
  /** A run on this page, at an update. */
  | { readonly kind: 'run'; readonly step: number }
  | { readonly kind: 'file'; readonly name: string }
  /** Fresh parameters: a world without a policy of its own. */
  | { readonly kind: 'untrained' }
