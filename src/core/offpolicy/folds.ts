/** Cross-fitting: whatever is said of an answer comes from what was learnt without its prompt. */
import { createStream, shuffle } from '../math/random.ts'

/** The usual five (Chernozhukov et al. 2018, arXiv 1608.00060, Sec. 3). */
export const FOLDS = 5

export interface Fold {
  /** Answers to learn from, and those to speak of; together all of them. */
  readonly learnt: Uint32Array
  readonly held: Uint32Array
}

/**
 * Prompts are dealt out at random and evenly; all answers to a prompt lie in one fold.
 * @param prompt the prompt of each answer
 * @param prompts how many there are
 * @param seed of the stream `offpolicy/folds`
 */
export function foldsOf(prompt: Uint32Array, prompts: number, seed: number, folds = FOLDS): Fold[] {
  const order = shuffle(
    Uint32Array.from({ length: prompts }, (_, i) => i),
    createStream(seed, 'offpolicy/folds'),
  )
  const foldOf = new Uint8Array(prompts)
  order.forEach((row, place) => {
    foldOf[row] = place % folds
  })
  const answers = Array.from(prompt.keys())
  return Array.from({ length: folds }, (_, fold) => ({
    learnt: Uint32Array.from(answers.filter(i => foldOf[prompt[i]] !== fold)),
    held: Uint32Array.from(answers.filter(i => foldOf[prompt[i]] === fold)),
  }))
}
