import type { HeldOutEvaluation } from '../../core/evaluation/heldOut.ts'
import type { StudyPlan, StudyProgress } from '../../core/evaluation/study.ts'
import type { TensorBackend } from '../../core/experiment/backend.ts'
import type { PlainPolicy } from '../../core/policy/policy.ts'
import type { World } from '../../core/world/world.ts'
import { startTensorFlow, type WasmFiles } from '../backend/tensorflow.ts'
import { type Keyed, KeyedReceiver } from '../worker/keyedValues.ts'
import { evaluatePolicy, evaluateReferences } from './references.ts'
import { runStudy } from './study.ts'

/** The worker's side: runs studies and evaluates routers, and lets messages in meanwhile. */
export class StudyService {
  readonly #worlds = new KeyedReceiver<World>()
  readonly #wasmFiles: WasmFiles
  readonly #backend: TensorBackend

  /** @param backend what the policy and the MLP are multiplied on */
  constructor(wasmFiles: WasmFiles, backend: TensorBackend = 'wasm') {
    this.#wasmFiles = wasmFiles
    this.#backend = backend
  }

  /** @param onProgress is waited for: nothing is told after the study is done */
  async run(
    world: Keyed<World>,
    plan: StudyPlan,
    onProgress: (progress: StudyProgress) => Promise<void> | void,
    signal: AbortSignal,
  ): Promise<void> {
    const whole = this.#worlds.take(world)
    await startTensorFlow(this.#backend, this.#wasmFiles)
    for await (const progress of runStudy(whole, plan, { signal })) await onProgress(progress)
  }

  async evaluateReferences(
    world: Keyed<World>,
    policy: PlainPolicy | null,
    signal: AbortSignal,
  ): Promise<HeldOutEvaluation> {
    return evaluateReferences(this.#worlds.take(world), policy, signal)
  }

  async evaluatePolicy(
    world: Keyed<World>,
    policy: PlainPolicy,
    signal: AbortSignal,
  ): Promise<HeldOutEvaluation> {
    return evaluatePolicy(this.#worlds.take(world), policy, signal)
  }
}
