/** Parameters of a message that needs none: `{}`. */
export type None = Readonly<Record<string, never>>
