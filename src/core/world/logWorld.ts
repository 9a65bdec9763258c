/** A person's own routing log as a world like the built-in ones. */
import type { ParsedLog } from '../log/parsed.ts'
import type { World } from './world.ts'

/** Why no world can be made of a log with these families kept out of training; null when one can. Needs no embeddings. */
export function logWorldProblem(_log: ParsedLog, _heldOut: readonly string[]): string | null {
  return 'Not yet.'
}

/** @param embeddings unit vectors, n x 384 @param heldOut ids or names of families @throws Error as `logWorldProblem` says */
export function createLogWorld(
  _log: ParsedLog,
  _embeddings: Float32Array,
  _heldOut: readonly string[],
): World {
  throw new Error('Not yet.')
}
