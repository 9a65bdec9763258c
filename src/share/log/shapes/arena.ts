import { problem } from '../../../core/messages/message.ts'
import { csvText, SAMPLE } from './sample.ts'
import type { Shape } from './shape.ts'

const PAIR = [
  ['model_a', 'model_b'],
  ['model_1', 'model_2'],
  ['model_left', 'model_right'],
  ['llm_a', 'llm_b'],
] as const
const CHOICE = [
  ['chosen', 'rejected'],
  ['response_a', 'response_b'],
] as const
const WINNER = /^(winner|preference|preferred|vote|winner_.*|choice)$/i

/** Battles: two LLMs, one prompt, a winner, as of Chatbot Arena or a set of preferences. */
export const ARENA: Shape = {
  name: 'Chatbot Arena',
  read({ names }) {
    const has = (pair: readonly string[]) => pair.every(name => names.includes(name))
    const isBattle = PAIR.some(has) && names.some(name => WINNER.test(name))
    if (isBattle || (CHOICE.some(has) && !names.some(name => /score|reward|cost/i.test(name)))) {
      throw problem('pairs-not-read', {})
    }
    return null
  },
  sample: () => [
    {
      name: 'battles.csv',
      text: csvText(
        ['model_a', 'model_b', 'prompt', 'winner'],
        SAMPLE.map(({ text }, i) => ['tiny', 'big', text, i % 2 ? 'model_a' : 'model_b']),
      ),
    },
  ],
}
