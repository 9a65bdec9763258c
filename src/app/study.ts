/** Carries the commands of studies and evaluations out: worlds and policies are fetched here, the work is done in workers. */
import type { HeldOutEvaluation } from '../core/evaluation/heldOut.ts'
import { type Message, message, messagesOf, problem } from '../core/messages/message.ts'
import type { Policy } from '../core/policy/policy.ts'
import type { StudyAnswer, StudyCommand, StudyEvent, StudySlotName } from '../core/session/study/state.ts'
import { studySession } from '../core/session/study/study.ts'
import type { World } from '../core/world/world.ts'
import type { ShippedKey } from '../engine/assets/shippedKey.ts'
import { createStudyClient, type StudyClient } from '../engine/study/client.ts'
import type { SavedStudy } from '../share/files/studyFields.ts'
import type { Playground } from '../store/playground.ts'
import type { StudyStore } from '../store/study.ts'
import type { StudyActions } from '../ui/actions/study.ts'
import { type Dispatch, runSession } from './runSession.ts'

export interface Studies {
  readonly actions: StudyActions
  /** Puts a study of the shown world from a file in its slot, or none. */
  restore(slot: StudySlotName, world: string, study: SavedStudy | null): void
  /** Follows the shown world; returns how to stop, which ends all that is under way. */
  start(): () => void
}

export interface StudyParts {
  readonly study: StudyStore
  readonly playground: Playground
  /** All prompts of the shown world. */
  readonly wholeWorld: () => Promise<World>
  /** The policy that ships with a world; null for one that has none. */
  readonly shippedPolicy: (world: string) => Promise<Policy | null>
  /** What a world that has been shown ships; null for a log of the person's own. */
  readonly shippedKey: (world: string) => ShippedKey | null
  readonly loadEvaluation?: typeof fetchEvaluation
  readonly client?: StudyClient
}

/** Work to be done, without its number. */
type Work = Exclude<StudyCommand, { readonly type: 'end' }>

/** Its code is no part of the first screen. */
async function fetchEvaluation(key: ShippedKey, signal: AbortSignal): Promise<HeldOutEvaluation> {
  const { loadEvaluation } = await import('../engine/assets/evaluation.ts')
  return loadEvaluation(key, signal)
}

export function createStudies({
  study,
  playground,
  wholeWorld,
  shippedPolicy,
  shippedKey,
  loadEvaluation = fetchEvaluation,
  client = createStudyClient(),
}: StudyParts): Studies {
  const underWay = new Map<number, AbortController>()
  const dispatch = runSession(studySession, study, perform)

  function perform(command: StudyCommand, tell: Dispatch<StudyEvent>): void {
    const { job } = command
    if (command.type === 'end') {
      underWay.get(job)?.abort()
      underWay.delete(job)
      return
    }
    const ended = new AbortController()
    underWay.set(job, ended)
    void carryOut(command, ended.signal, tell)
      .catch((error: unknown): StudyAnswer => ({ type: 'failed', job, messages: messagesOf(error) }))
      .then(answer => {
        underWay.delete(job)
        tell(answer)
      })
  }

  async function carryOut(work: Work, signal: AbortSignal, tell: Dispatch<StudyEvent>): Promise<StudyAnswer> {
    const { job } = work
    if (work.type === 'fetch-evaluation') {
      const key = shippedKey(work.world)
      if (key === null) throw problem('made-for-another-world', {})
      return { type: 'fetched', job, evaluation: await loadEvaluation(key, signal) }
    }
    const world = await wholeWorld()
    signal.throwIfAborted()
    if (world.id !== work.world) throw problem('other-world-chosen', {})
    switch (work.type) {
      case 'run':
        await client.run(
          work.slot,
          { world, plan: work.plan },
          progress => tell({ type: 'progress', job, progress }),
          signal,
        )
        return { type: 'finished', job }
      case 'evaluate-references': {
        const { policy, missing } = await fetchShipped(world.id)
        signal.throwIfAborted()
        const evaluation = await client.evaluateReferences(world, policy, signal)
        return {
          type: 'evaluated',
          job,
          evaluation: { ...evaluation, missing: [...missing, ...evaluation.missing] },
        }
      }
      case 'evaluate-policy': {
        const evaluation = await client.evaluatePolicy(world, work.policy, signal)
        return { type: 'evaluated', job, evaluation }
      }
    }
  }

  /** A policy that cannot be fetched is one router less. */
  async function fetchShipped(
    world: string,
  ): Promise<{ readonly policy: Policy | null; readonly missing: readonly Message[] }> {
    try {
      return { policy: await shippedPolicy(world), missing: [] }
    } catch (error) {
      const why = messagesOf(error)
      return { policy: null, missing: [message('router-not-evaluated', { router: 'policy', why })] }
    }
  }

  return {
    actions: {
      run: (slot, plan) => dispatch({ type: 'run', slot, plan }),
      cancel: slot => dispatch({ type: 'cancel', slot }),
      evaluateReferences: () => dispatch({ type: 'evaluate-references' }),
      evaluatePolicy() {
        const { loaded } = playground.getState()
        if (loaded) dispatch({ type: 'evaluate-policy', policy: loaded.policy, source: loaded.source })
      },
    },
    restore: (slot, world, saved) => dispatch({ type: 'restore', slot, study: saved && { ...saved, world } }),
    start() {
      const follow = () => {
        const world = playground.getState().loaded?.world.id ?? null
        dispatch({ type: 'world', world, ships: world !== null && shippedKey(world) !== null })
      }
      follow()
      const stop = playground.subscribe((state, before) => {
        if (state.loaded !== before.loaded) follow()
      })
      return () => {
        stop()
        for (const ended of underWay.values()) ended.abort()
        client.dispose()
      }
    },
  }
}

export default createStudies
