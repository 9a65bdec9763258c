/** Which of a refusal's messages say what to do; the others say what is wrong. */
import type { MessageCode, Messages } from '../messages/message.ts'
import { type Message, message } from '../messages/message.ts'

/** Messages that are themselves a way out. */
const WAYS_OUT: ReadonlySet<MessageCode> = new Set(['leave-llm-out'])

/** What can be done about a refusal, by its first message; never empty. */
export function adviceOf(said: Messages): Messages {
  const own = said.filter(({ code }) => WAYS_OUT.has(code))
  return own.length > 0 ? own : [message(adviceFor(said[0]?.code), {})]
}

/** The refusal without its advice. */
export function problemOf(said: Messages): Messages {
  return said.filter(({ code }) => !WAYS_OUT.has(code))
}

/** Rows that a refusal names, each once, in the order in which they are named. */
export function rowsOfMessages(said: Messages): number[] {
  const rows = said.flatMap(({ params }): readonly number[] => {
    if ('rows' in params && typeof params.rows === 'object') return params.rows.first
    return 'row' in params && typeof params.row === 'number' ? [params.row] : []
  })
  return [...new Set(rows)]
}

function adviceFor(code: MessageCode | undefined): AdviceCode {
  switch (code) {
    case 'one-llm':
    case 'too-few-llms':
    case 'scored-llms-out-of-bounds':
      return 'advice-several-llms'
    case 'cost-missing':
    case 'price-unknown':
    case 'price-out-of-range':
      return 'advice-costs'
    case 'one-answer-a-prompt':
    case 'few-complete-prompts':
    case 'too-few-prompts':
    case 'pairs-not-read':
      return 'advice-every-answer'
    case 'scores-not-on-scale':
    case 'scores-out-of-range':
    case 'costs-out-of-range':
    case 'not-numbers':
      return 'advice-cells'
    case 'log-file-too-large':
    case 'too-many-rows':
    case 'too-many-columns':
    case 'too-many-prompts':
    case 'rows-beyond-limit':
    case 'prompts-beyond-limit':
    case 'unpacks-too-large':
      return 'advice-smaller'
    case 'prompt-column-needed':
    case 'score-column-needed':
    case 'score-of-nobody':
    case 'score-twice':
    case 'too-many-group-columns':
      return 'advice-columns'
    default:
      return 'advice-format'
  }
}

type AdviceCode = Extract<Message['code'], `advice-${string}`>
