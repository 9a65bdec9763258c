/** The words of every topic that is announced, as they are now. A change of them is what is said. */
import { offeredRun } from '../../core/session/keptRun.ts'
import { useKeptRun, usePlayground, useTraining } from '../context.ts'
import { formatCount, formatPercent, formatReward } from '../format.ts'
import { shortDoubts } from '../route/doubtWords.ts'
import { useDoubts } from '../route/useDoubts.ts'
import { useTelling } from '../stage/useTelling.ts'
import { describePhase } from '../train/batch/describePhase.ts'
import { smoothed } from '../train/charts/curves.ts'
import { useStaleReason } from '../useStaleReason.ts'
import { useWording } from '../useWording.ts'

/** Progress is told at so many places of a run. */
const TOLD_PARTS = 10

/** The routed LLM, where it is that of the words in the box. */
export function useLlmWords(): string | null {
  const name = usePlayground(({ loaded, routing }) =>
    loaded && routing ? loaded.world.llms[routing.explanation.arm].name : null,
  )
  const stale = useStaleReason() !== null
  if (name === null) return null
  return stale ? '' : `Routed to ${name}.`
}

export function useDoubtWords(): string {
  return shortDoubts(useDoubts())
}

/** That the device has kept a run for the shown world, which can be gone on with. */
export function useKeptRunWords(): string {
  const offered = useKeptRun(offeredRun)
  return offered ? `Your run at update ${formatCount(offered.step)} is kept on this device.` : ''
}

/** In slow motion the phase that is told. */
export function usePhaseWords(): string {
  const telling = useTelling()
  const llms = usePlayground(state => state.loaded?.world.llms)
  const tauUsd = useTraining(state => state.report?.tauUsd ?? 1)
  const batchSize = useTraining(state => state.settings.batchSize)
  if (!telling || !llms) return ''
  const facts = { names: llms.map(({ name }) => name), tauUsd, batchSize }
  const { title, sentence } = describePhase(telling.phase, telling.round, facts)
  return `${title}. ${sentence}`
}

/** How far a run is that is under way: every tenth of it. */
export function useProgressWords(): string {
  const part = useTraining(({ status, report, settings }) =>
    status === 'running' && report ? Math.floor((TOLD_PARTS * report.step) / settings.steps) : 0,
  )
  return part === 0 || part === TOLD_PARTS ? '' : `${formatPercent(part / TOLD_PARTS)} of the updates done.`
}

/** What became of the run: its end with the reward as the chart has it, or what went wrong. */
export function useRunWords(): string {
  const messages = useTraining(state => state.messages)
  const ended = useTraining(state => (state.status === 'finished' ? state.report : null))
  const { sayAll } = useWording()
  const reward = ended && smoothed(ended.points, point => point.reward).y.at(-1)
  const end = ended
    ? `Training ended at update ${formatCount(ended.step)}${reward === undefined || reward === null ? '' : `: reward ${formatReward(reward)}`}.`
    : ''
  return [end, sayAll(messages)].filter(text => text !== '').join(' ')
}

/** The notice that stands under the header; what failed is an alert there. */
export function useNoticeWords(): string {
  const notice = usePlayground(state => state.notice)
  const onItsWay = usePlayground(({ loading, loaded }) =>
    loaded && loading?.kind === 'busy' ? (loading.title ?? 'the world') : null,
  )
  const { sayAll } = useWording()
  const loading = onItsWay === null ? '' : `Loading ${onItsWay}…`
  return [loading, sayAll(notice.map(({ message }) => message))].filter(text => text !== '').join(' ')
}
