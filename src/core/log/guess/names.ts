/** What column names alone tell of a table. */
import { MODEL_NAMES } from './long.ts'
import { plainName } from './plainName.ts'
import { ownedQuantityOf } from './quantity.ts'

export function isModelName(name: string): boolean {
  return MODEL_NAMES.some(names => names.test(plainName(name)))
}

/** Whether scores are there, and none of them is said to be a certain LLM's. */
export function measuresScore(names: readonly string[]): boolean {
  const scores = names.map(ownedQuantityOf).filter(quantity => quantity?.kind === 'score')
  return scores.length > 0 && scores.every(quantity => quantity?.llm === '')
}
