/** What the comparison comes to, in a sentence. */
import { type Contender, find } from './contenders.ts'
import { formatFine, formatGain, inSentence } from './words.ts'

/** The policy against the Zero router, the best single LLM and the oracle; says plainly when it has learned nothing. */
export function headline(list: readonly Contender[]): string {
  const policy = list.find(({ kind }) => kind === 'policy')
  const zero = find(list, 'zero')
  const oracle = find(list, 'oracle')
  const [single] = list.filter(({ kind }) => kind === 'llm')
  if (!policy || !zero || !oracle || !single) return ''
  const area =
    policy.aiq === null || zero.aiq === null
      ? ''
      : ` Its AIQ is ${formatFine(policy.aiq)} against the Zero router’s ${formatFine(zero.aiq)}${
          policy.aiq > zero.aiq ? '' : ': on that measure reading the prompt has gained nothing'
        }.`
  const lead = policy.reward - single.reward
  return `Over the dial ${inSentence(policy.label)} earns ${formatFine(policy.reward)}, ${formatGain(lead)} on the best single LLM (${single.label}), of the oracle’s ${formatFine(oracle.reward)}.${area}`
}
