/** Settings that may come from anywhere - a control, a link, a file - made safe, with a message for each change. */
import type { Message } from '../messages/message.ts'
import type { Family } from '../world/world.ts'
import { collect } from './row.ts'
import { TRAINING_ROWS, type TrainingName, type TrainingSettings } from './training.ts'

export interface ClampedTraining {
  readonly settings: TrainingSettings
  /** What was changed and to what, one each; empty when nothing was. */
  readonly messages: readonly Message[]
}

/**
 * Every number within its row's bounds, every choice one of its row's options, every family one of the world's.
 * A setting that is not given has its default, without a message.
 * @param families of the world to be trained on
 */
export function clampTraining(
  given: { readonly [Name in TrainingName]?: unknown },
  families: readonly Family[],
): ClampedTraining {
  const messages: Message[] = []
  const settings = collect<TrainingSettings>(TRAINING_ROWS, name => {
    if (given[name] === undefined) return TRAINING_ROWS[name].default
    const clamped = TRAINING_ROWS[name].clamp(given[name], families)
    messages.push(...clamped.messages)
    return clamped.value
  })
  return { settings, messages }
}
