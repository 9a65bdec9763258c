import { usePlayground, useStudy, useTraining } from '../context.ts'
import { formatCount } from '../format.ts'
import { usePart } from '../usePart.ts'
import type { Contender } from './contenders.ts'
import { fitSentence, fitsOf, limits, trainingGap } from './limits.ts'
import { formatFine } from './words.ts'
import './Limits.css'

/** What keeps the policy from doing better here, with numbers. @param list evaluated on test prompts */
export function Limits({ list }: { list: readonly Contender[] }) {
  const trainRows = useStudy(state => state.references?.trainingPrompts ?? null)
  const part = usePart('limits')
  const sentences = limits(list, trainRows)
  if (sentences.length === 0) return null
  return (
    <div className="limits" {...part}>
      <h3>What limits it</h3>
      {sentences.map(sentence => (
        <p key={sentence.slice(0, 24)}>{sentence}</p>
      ))}
      <TrainAndValidation />
      <StudyFits />
    </div>
  )
}

function StudyFits() {
  const world = usePlayground(state => state.loaded?.world.id)
  const plan = useStudy(({ compare }) => (compare.world === world ? compare.plan : null))
  const fits = useStudy(state => state.compare.progress?.result.fits ?? null)
  const sentence = plan && fits ? fitSentence(fitsOf(plan.entries, fits)) : ''
  return sentence === '' ? null : <p>{sentence}</p>
}

function TrainAndValidation() {
  const points = useTraining(state => state.report?.points ?? null)
  const gap = points && trainingGap(points)
  if (!gap) return null
  const { train, validation, bestValidation, bestStep, overfits } = gap
  return (
    <p>
      Your run: {formatFine(train)} lately on training prompts, exploring; {formatFine(validation)} by its own
      choices on validation prompts, {formatFine(bestValidation)} at best, at update {formatCount(bestStep)}.{' '}
      {overfits
        ? 'It has gone on to learn its training prompts by heart; the best update is the one kept at the end.'
        : 'No sign yet of learning its training prompts by heart.'}
    </p>
  )
}
