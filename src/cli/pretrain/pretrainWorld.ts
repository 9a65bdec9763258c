import { createEnvironment } from '../../core/bandit/environment.ts'
import { LONG_RUN_STEPS } from '../../core/experiment/longRun.ts'
import { DEFAULT_TRAINING } from '../../core/experiment/training.ts'
import { type CurvePoint, POLICY_FORMAT } from '../../core/policy/policyHeader.ts'
import { trainingRows } from '../../core/world/trainingRows.ts'
import type { World } from '../../core/world/world.ts'
import { pretrain } from '../../engine/trainer/pretrain.ts'
import { say } from '../support/say.ts'
import { writePolicy, writeRecordedRun } from '../support/worldFiles.ts'
import { recordRun } from './recordRun.ts'

const SEED = 1
const SETTINGS = { ...DEFAULT_TRAINING, steps: LONG_RUN_STEPS }
/** Updates between two looks at the validation prompts. */
const VALIDATE_EVERY = 250
const SAY_EVERY = 1000

/** Trains the shipped policy of a world from bandit feedback; writes it, and beside it the run's curves. TensorFlow.js runs on WASM. */
export async function pretrainWorld(world: World): Promise<void> {
  const { id } = world
  const { training, validation } = trainingRows(world, SETTINGS)
  const record = recordRun(world, SETTINGS)
  const { policy, bestStep, curve } = await pretrain(
    createEnvironment(world, training, SEED),
    createEnvironment(world, validation, SEED),
    SETTINGS,
    SEED,
    VALIDATE_EVERY,
    { onPoint: sayPoints(id), onUpdate: record.onUpdate },
  )
  const sha256 = writePolicy(
    {
      format: POLICY_FORMAT,
      world: id,
      roster: world.llms.map(llm => llm.id),
      settings: SETTINGS,
      seed: SEED,
      backend: 'wasm',
      bestStep,
      curve,
    },
    policy,
  )
  writeRecordedRun({
    world: id,
    policy: sha256,
    settings: SETTINGS,
    seed: SEED,
    keptStep: bestStep,
    ...record.curves(),
  })
  say(`${id}: kept step ${bestStep}`)
}

function sayPoints(id: string): (point: CurvePoint) => void {
  const started = performance.now()
  return ({ step, reward, validation, entropy }) => {
    if (step % SAY_EVERY !== 0) return
    const seconds = ((performance.now() - started) / 1000).toFixed(0)
    const figures = `reward ${reward.toFixed(4)}  validation ${validation.toFixed(4)}`
    say(`${id}  step ${step}  ${figures}  entropy ${entropy.toFixed(2)}  ${seconds} s`)
  }
}
