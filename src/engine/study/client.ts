/** The page's side of studies and evaluations. It pulls in neither TensorFlow.js nor a learner. */
import type { HeldOutEvaluation } from '../../core/evaluation/heldOut.ts'
import type { StudyPlan, StudyProgress } from '../../core/evaluation/study.ts'
import type { PlainPolicy, Policy } from '../../core/policy/policy.ts'
import type { World } from '../../core/world/world.ts'
import { createWorkerClient, type Remote, type WorkerEndpoint } from '../worker/client.ts'
import { type Keyed, KeyedSender } from '../worker/keyedValues.ts'
import type { StudyService } from './service.ts'

/** A worker that has nothing to do for so long gives its memory back, ms. */
const IDLE_MS = 60_000

export interface StudyClient {
  /**
   * Resolves when the study is done.
   * @param slot each has a worker of its own
   * @throws Problem what went wrong; the signal's reason when aborted
   */
  run(
    slot: string,
    order: { readonly world: World; readonly plan: StudyPlan },
    onProgress: (progress: StudyProgress) => void,
    signal: AbortSignal,
  ): Promise<void>
  /** Evaluates the routers that need no training, and a policy beside them. */
  evaluateReferences(world: World, policy: Policy | null, signal: AbortSignal): Promise<HeldOutEvaluation>
  /** Evaluates a policy alone. */
  evaluatePolicy(world: World, policy: Policy, signal: AbortSignal): Promise<HeldOutEvaluation>
  /** Ends all workers and frees their memory. */
  dispose(): void
}

const startWorker = (): WorkerEndpoint =>
  new Worker(new URL('./study.worker.ts', import.meta.url), { type: 'module' })

export function createStudyClient(createWorker: () => WorkerEndpoint = startWorker): StudyClient {
  const workers = new Map<string, StudyWorker>()

  function workerOf(name: string): StudyWorker {
    const worker = workers.get(name) ?? createStudyWorker(createWorker)
    workers.set(name, worker)
    return worker
  }

  const evaluator = () => workerOf('evaluations')

  return {
    async run(slot, { world, plan }, onProgress, signal) {
      const tell = (progress: StudyProgress) => {
        if (!signal.aborted) onProgress(progress)
      }
      const run = (study: Remote<StudyService>, sent: Keyed<World>) => study.run(sent, plan, tell, signal)
      await workerOf(`run ${slot}`).call(world, run, signal)
    },
    evaluateReferences(world, policy, signal) {
      const given = policy && plain(policy)
      return evaluator().call(world, (study, sent) => study.evaluateReferences(sent, given, signal), signal)
    },
    evaluatePolicy(world, policy, signal) {
      const given = plain(policy)
      return evaluator().call(world, (study, sent) => study.evaluatePolicy(sent, given, signal), signal)
    },
    dispose() {
      for (const worker of workers.values()) worker.dispose()
    },
  }
}

interface StudyWorker {
  /** @param ask makes one call for a world, which crosses with the first */
  call<T>(
    world: World,
    ask: (study: Remote<StudyService>, sent: Keyed<World>) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T>
  dispose(): void
}

function createStudyWorker(createWorker: () => WorkerEndpoint): StudyWorker {
  const worlds = new KeyedSender<World>()
  const worker = createWorkerClient<StudyService>(createWorker, {
    onStart: () => worlds.forget(),
    idleMs: IDLE_MS,
  })
  return {
    async call(world, ask, signal) {
      try {
        return await worker.call(study => ask(study, worlds.send(world)), signal)
      } catch (error) {
        // It may have failed because the world did not arrive.
        if (!signal.aborted) worlds.forget()
        throw error
      }
    },
    dispose: worker.dispose,
  }
}

function plain({ shape, parameters }: Policy): PlainPolicy {
  return { shape, parameters }
}
