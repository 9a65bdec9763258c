import { usePlayground, useTraining } from '../context.ts'
import { describePhase } from '../train/batch/describePhase.ts'
import { usePart } from '../usePart.ts'
import { useTelling } from './useTelling.ts'
import './Telling.css'

/** The phase of the round that slow motion tells, in a sentence; the part of the stage that it speaks of is lit. */
export function Telling() {
  const telling = useTelling()
  const llms = usePlayground(state => state.loaded?.world.llms)
  const tauUsd = useTraining(state => state.report?.tauUsd ?? 1)
  const batchSize = useTraining(state => state.settings.batchSize)
  const part = usePart('slow-motion')
  const told =
    telling &&
    llms &&
    describePhase(telling.phase, telling.round, { names: llms.map(({ name }) => name), tauUsd, batchSize })
  return (
    <p className="telling" data-testid="slow-motion" data-phase={telling?.phase} {...part}>
      {told ? (
        <>
          <b>{told.title}.</b> {told.sentence} <span className="symbol">{told.formula}</span>
        </>
      ) : (
        'One round, phase by phase. Press Play, or Step for one phase at a time.'
      )}
    </p>
  )
}
