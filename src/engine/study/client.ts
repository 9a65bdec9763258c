/** The page's side of a study: a worker for each, ended with it. It pulls in neither TensorFlow.js nor a learner. */
import type { StudyPlan, StudyProgress } from '../../core/evaluation/study.ts'
import type { Policy } from '../../core/policy/policy.ts'
import type { World } from '../../core/world/world.ts'
import type { FromStudy, PlainPolicy, ToStudy } from './messages.ts'
import type { Judged } from './references.ts'

/** As much of a Worker as is needed. */
export interface StudyWorker {
  postMessage(message: ToStudy): void
  terminate(): void
  onmessage: ((event: MessageEvent<FromStudy>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

export interface StudyClient {
  /** Resolves when the study is done. @throws what went wrong in words; the signal's reason when aborted */
  run(
    world: World,
    plan: StudyPlan,
    onProgress: (progress: StudyProgress) => void,
    signal: AbortSignal,
  ): Promise<void>
  /** Judges the routers that need no training, and a policy beside them. */
  judge(world: World, policy: Policy | null, signal: AbortSignal): Promise<Judged>
  /** Judges a policy alone. */
  judgePolicy(world: World, policy: Policy, signal: AbortSignal): Promise<Judged>
}

const startWorker = (): StudyWorker =>
  new Worker(new URL('./study.worker.ts', import.meta.url), { type: 'module' })

export function createStudyClient(createWorker: () => StudyWorker = startWorker): StudyClient {
  /** @param take returns true for the message that ends the worker's work */
  function ask(order: ToStudy, take: (message: FromStudy) => boolean, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    const worker = createWorker()
    let cancel = () => {}
    return new Promise<void>((resolve, reject) => {
      cancel = () => reject(signal.reason)
      signal.addEventListener('abort', cancel)
      worker.onmessage = ({ data }) => {
        if (data.type === 'failed') reject(new Error(data.message))
        else if (take(data)) resolve()
      }
      worker.onerror = event => {
        const why = event.message || 'its code could not be loaded'
        reject(new Error(`The study’s worker stopped: ${why}.`))
      }
      worker.postMessage(order)
    }).finally(() => {
      signal.removeEventListener('abort', cancel)
      worker.terminate()
    })
  }

  async function askToJudge(order: ToStudy, signal: AbortSignal): Promise<Judged> {
    let judged: Judged | null = null
    const take = (message: FromStudy) => {
      if (message.type === 'judged') judged = message.judged
      return message.type === 'judged'
    }
    await ask(order, take, signal)
    return judged ?? { evaluations: [], families: [] }
  }

  return {
    async run(world, plan, onProgress, signal) {
      const take = (message: FromStudy) => {
        if (message.type === 'progress' && !signal.aborted) onProgress(message.progress)
        return message.type === 'finished'
      }
      await ask({ type: 'run', world, plan }, take, signal)
    },
    judge: (world, policy, signal) =>
      askToJudge({ type: 'judge', world, policy: policy && plain(policy) }, signal),
    judgePolicy: (world, policy, signal) =>
      askToJudge({ type: 'judge-policy', world, policy: plain(policy) }, signal),
  }
}

function plain({ shape, parameters }: Policy): PlainPolicy {
  return { shape, parameters }
}
