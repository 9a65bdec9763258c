import type { Explanation } from '../../core/policy/explain.ts'
import type { Llm } from '../../core/world/world.ts'
import { usePlayground } from '../context.ts'
import { formatPreference, formatRatio, formatScore, formatUsdPerThousand } from '../format.ts'
import { usePart } from '../usePart.ts'
import { useStaleReason } from '../useStaleReason.ts'
import { staleNote } from './staleNote.ts'
import './Answer.css'

/** The routing decision in words. Figures change in place; the paragraph keeps its height. */
export function Answer() {
  const loaded = usePlayground(state => state.loaded)
  const routing = usePlayground(state => state.routing)
  const w = usePlayground(state => state.w)
  const part = usePart('answer')
  const stale = useStaleReason()
  if (!loaded || !routing) return null
  const { llms } = loaded.world
  const { explanation, prompt } = routing
  const words = prompt.text ?? `${prompt.kind === 'example' ? prompt.name : ''} (no text)`
  const about = prompt.kind === 'own' ? 'about ' : ''
  return (
    <>
      <p className="answer-prompt">{words}</p>
      <p className="answer" {...part} data-state={stale === null ? 'fresh' : 'stale'}>
        {stale && (
          <>
            <strong className="stale-note">{staleNote(stale)}</strong>{' '}
          </>
        )}
        <span>
          At {formatPreference(w)}: <strong>{llms[explanation.arm].name}</strong>.
        </span>{' '}
        Expected {about}
        {formatScore(explanation.outcome.quality)} for {about}
        {formatUsdPerThousand(explanation.outcome.costUsd)} per 1,000 prompts.{' '}
        {betterSentence(explanation, llms)} {flipSentence(explanation, llms)}{' '}
        {missedSentence(explanation, llms, prompt.kind === 'own')}
      </p>
    </>
  )
}

function betterSentence({ better, missed, flips }: Explanation, llms: readonly Llm[]): string {
  if (better && better.arm === missed?.arm) return ''
  if (!better) return 'No LLM is expected to score higher.'
  const takesOver =
    flips.quality?.arm === better.arm ? `; it takes over at ${qualityAt(flips.quality.wc)}` : ''
  return `${llms[better.arm].name} would add ${formatScore(better.gain)} ${priceOf(better.costRatio)}${takesOver}.`
}

function priceOf(costRatio: number | null): string {
  if (costRatio === null) return 'for money, where this one is free'
  if (costRatio >= 1.05) return `for ${formatRatio(costRatio)} the money`
  return costRatio > 0.95 ? 'for the same money' : 'for less money'
}

function flipSentence({ flips, better }: Explanation, llms: readonly Llm[]): string {
  const parts: string[] = []
  if (flips.saving)
    parts.push(`towards saving, ${llms[flips.saving.arm].name} from ${savingAt(flips.saving.wc)}`)
  if (flips.quality && flips.quality.arm !== better?.arm) {
    parts.push(`towards quality, ${llms[flips.quality.arm].name} from ${qualityAt(flips.quality.wc)}`)
  }
  if (parts.length === 0) return flips.quality ? '' : 'The choice holds over the whole dial.'
  const text = parts.join('; ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function missedSentence({ missed }: Explanation, llms: readonly Llm[], estimated: boolean): string {
  if (!missed) return ''
  const more = `${llms[missed.arm].name} would earn ${formatScore(missed.gain)} more reward`
  return estimated
    ? `By this estimate ${more}.`
    : `By these figures ${more}: the policy has not learnt this one.`
}

function qualityAt(wc: number): string {
  return `${Math.round((1 - wc) * 100)} % quality`
}

function savingAt(wc: number): string {
  return `${Math.round(wc * 100)} % saving`
}
