/** Runs studies in their workers and puts what they find into the store. */
import type { StudyPlan } from '../core/evaluation/study.ts'
import { messageOf } from '../core/messageOf.ts'
import type { Policy } from '../core/policy/policy.ts'
import type { World } from '../core/world/world.ts'
import { createStudyClient, type StudyClient } from '../engine/study/client.ts'
import type { Playground } from '../store/playground.ts'
import type { StudySlot, StudySlotName, StudyStore } from '../store/study.ts'
import type { StudyActions } from '../ui/actions/study.ts'

export function createStudies({
  study,
  playground,
  wholeWorld,
  shippedPolicy,
  client = createStudyClient(),
}: {
  readonly study: StudyStore
  readonly playground: Playground
  /** All prompts of the shown world. */
  readonly wholeWorld: () => Promise<World>
  /** The policy that ships with a world; null for one that has none. */
  readonly shippedPolicy: (world: string) => Promise<Policy | null>
  readonly client?: StudyClient
}): StudyActions {
  const { getState } = study
  const running = new Map<StudySlotName, AbortController>()

  async function run(slot: StudySlotName, plan: StudyPlan) {
    running.get(slot)?.abort()
    const ended = new AbortController()
    running.set(slot, ended)
    const { signal } = ended
    const shown = playground.getState().loaded?.world.id ?? null
    getState().setSlot(slot, { status: 'starting', plan, world: shown, progress: null, message: null })
    try {
      const world = await wholeWorld()
      if (signal.aborted) return
      getState().setSlot(slot, { world: world.id })
      const onProgress = (progress: StudySlot['progress']) =>
        getState().setSlot(slot, { status: 'running', progress })
      await client.run(world, plan, onProgress, signal)
      getState().setSlot(slot, { status: 'done' })
    } catch (error) {
      if (!signal.aborted) getState().setSlot(slot, { status: 'failed', message: messageOf(error) })
    } finally {
      if (running.get(slot) === ended) running.delete(slot)
    }
  }

  function cancel(slot: StudySlotName) {
    const ended = running.get(slot)
    if (!ended) return
    running.delete(slot)
    ended.abort()
    getState().setSlot(slot, { status: 'cancelled' })
  }

  /** Judges one thing at a time: what is under way already goes on, and anything else ends it. */
  function createJudge<Subject>() {
    let current: { readonly subject: Subject; readonly ended: AbortController } | null = null
    return async (subject: Subject, work: (signal: AbortSignal) => Promise<void>) => {
      if (current?.subject === subject) return
      current?.ended.abort()
      const own = { subject, ended: new AbortController() }
      current = own
      try {
        await work(own.ended.signal)
      } catch (error) {
        if (!own.ended.signal.aborted) getState().setJudging({ kind: 'failed', why: messageOf(error) })
      } finally {
        if (current === own) current = null
      }
    }
  }
  const judgeWorld = createJudge<string>()
  const judgeOwn = createJudge<Policy>()

  async function judge() {
    const shown = playground.getState().loaded?.world.id
    if (shown === undefined || getState().references?.world === shown) return
    await judgeWorld(shown, async signal => {
      getState().setJudging({ kind: 'busy' })
      const [world, policy] = await Promise.all([wholeWorld(), shippedPolicy(shown)])
      const judged = await client.judge(world, policy, signal)
      getState().setReferences({ world: world.id, ...judged })
    })
  }

  /** The policy that routes: one that a run trained, or that came from a file. The shipped one is among the references. */
  async function judgePolicy() {
    const { loaded } = playground.getState()
    if (!loaded || (loaded.source.kind !== 'run' && loaded.source.kind !== 'file')) return
    const { policy } = loaded
    if (getState().own?.policy === policy) return
    await judgeOwn(policy, async signal => {
      const world = await wholeWorld()
      if (world.id !== loaded.world.id) return // another one is shown by now
      const judged = await client.judgePolicy(world, policy, signal)
      getState().setOwn({ world: world.id, policy, ...judged })
    })
  }

  return {
    run: (slot, plan) => void run(slot, plan),
    cancel,
    judge: () => void judge(),
    judgePolicy: () => void judgePolicy(),
  }
}
