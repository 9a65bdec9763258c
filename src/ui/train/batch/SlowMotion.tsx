import type { RoundView } from '../../../core/evaluation/curve.ts'
import { PHASES } from '../../../core/experiment/pace.ts'
import { usePlayground, useTraining } from '../../context.ts'
import { priceColour } from '../../priceRamp.ts'
import { usePart } from '../../usePart.ts'
import { describePhase, isAhead, type RunFacts } from './describePhase.ts'
import './SlowMotion.css'

/** The round that slow motion tells on the stage, as a list of its phases; what is not told yet is unseen. */
export function SlowMotion({ rounds }: { rounds: readonly RoundView[] }) {
  const shown = useTraining(state => state.shown)
  const llms = usePlayground(state => state.loaded?.world.llms)
  const tauUsd = useTraining(state => state.report?.tauUsd ?? 1)
  const batchSize = useTraining(state => state.settings.batchSize)
  const part = usePart('phases')
  if (!llms) return null
  const facts: RunFacts = { names: llms.map(llm => llm.name), tauUsd, batchSize }
  const round = shown && rounds[shown.round]
  const now = shown?.phase ?? null
  return (
    <section className="slow" {...part} aria-label="One round in slow motion" data-testid="phases">
      <ol className="phases">
        {PHASES.map((phase, place) => {
          const ahead = !round || now === null || isAhead(phase, now)
          const { title, short } = round ? describePhase(phase, round, facts) : { title: phase, short: '' }
          return (
            <li
              key={phase}
              className={ahead ? 'ahead' : phase === now ? 'now' : ''}
              aria-current={phase === now ? 'step' : undefined}
            >
              <span className="phase-title">
                <span className="step">{place + 1}</span> {title}
              </span>
              <span className="phase-value">
                {!ahead &&
                  (phase === 'probabilities' && round ? (
                    <Probabilities values={round.probabilities} />
                  ) : (
                    <>
                      {phase === 'pull' && round && (
                        <i className="swatch" style={{ background: priceColour(round.arm, llms.length) }} />
                      )}
                      {short}
                    </>
                  ))}
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** The probabilities as bars in the colours of the prices, cheapest first. */
function Probabilities({ values }: { values: readonly number[] }) {
  const largest = Math.max(...values)
  return (
    <span className="tiny-bars" aria-hidden="true">
      {values.map((value, arm) => (
        <i
          // biome-ignore lint/suspicious/noArrayIndexKey: an arm is its index
          key={arm}
          style={{ background: priceColour(arm, values.length), height: `${(100 * value) / largest}%` }}
        />
      ))}
    </span>
  )
}
