/** Carries the commands of the recorded run out: it is fetched once the first dial is usable, in a quiet moment. */
import type { RecordedRun } from '../core/evaluation/recordedRun.ts'
import { messagesOf, problem } from '../core/messages/message.ts'
import { type RecordedCommand, type RecordedEvent, recordedSession } from '../core/session/recordedRun.ts'
import type { ShippedPolicyKey } from '../engine/assets/recordedRun.ts'
import type { Playground } from '../store/playground.ts'
import type { RecordedStore } from '../store/recorded.ts'
import { type Dispatch, runSession } from './runSession.ts'
import { whenIdle } from './whenIdle.ts'

export interface RecordedRuns {
  /** Asks again for a run that could not be fetched. */
  retry(): void
  /** Follows the shown world; returns how to stop. */
  start(): () => void
}

/** Its code is no part of the first screen either. */
async function fetchRun(policy: ShippedPolicyKey, signal: AbortSignal): Promise<RecordedRun> {
  const { loadRecordedRun } = await import('../engine/assets/recordedRun.ts')
  return loadRecordedRun(policy, signal)
}

export function createRecordedRuns({
  recorded,
  playground,
  policyOf,
  load = fetchRun,
  quietMoment = whenIdle,
}: {
  readonly recorded: RecordedStore
  readonly playground: Playground
  /** The policy that ships with a world that has been shown; null for one that has none. */
  readonly policyOf: (world: string) => ShippedPolicyKey | null
  readonly load?: (policy: ShippedPolicyKey, signal: AbortSignal) => Promise<RecordedRun>
  readonly quietMoment?: () => Promise<void>
}): RecordedRuns {
  const stopped = new AbortController()
  const dispatch = runSession(recordedSession, recorded, perform)

  function perform({ job, world }: RecordedCommand, tell: Dispatch<RecordedEvent>): void {
    fetchFor(world).then(
      run => tell({ type: 'fetched', job, recorded: run }),
      error => tell({ type: 'failed', job, messages: messagesOf(error) }),
    )
  }

  async function fetchFor(world: string): Promise<RecordedRun> {
    await quietMoment()
    const policy = policyOf(world)
    if (policy === null) throw problem('made-for-another-policy', {})
    return load(policy, stopped.signal)
  }

  return {
    retry: () => dispatch({ type: 'retry' }),
    start() {
      const follow = () => {
        const id = playground.getState().loaded?.world.id ?? null
        dispatch({ type: 'world', world: id !== null && policyOf(id) ? id : null })
      }
      follow()
      const stop = playground.subscribe((state, before) => {
        if (state.loaded !== before.loaded) follow()
      })
      return () => {
        stop()
        stopped.abort()
      }
    },
  }
}
