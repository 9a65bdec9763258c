/** Why a routing log was refused: everything found, in sentences with row numbers. */
export class LogProblem extends Error {
  readonly problems: readonly string[]

  constructor(...problems: readonly string[]) {
    super(problems.join(' '))
    this.name = 'LogProblem'
    this.problems = problems
  }
}
