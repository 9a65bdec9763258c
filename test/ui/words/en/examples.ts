/** Messages by code, each with example parameters and what is said of them. All of them: a new code without one does not compile. */
export type Examples<Params> = {
  readonly [Code in keyof Params]: readonly [params: Params[Code], sentence: string]
}
