import { createEnvironment } from '../../core/bandit/environment.ts'
import { LONG_RUN_STEPS } from '../../core/experiment/longRun.ts'
import { DEFAULT_TRAINING } from '../../core/experiment/training.ts'
import { POLICY_FORMAT } from '../../core/policy/policyHeader.ts'
import { trainingRows } from '../../core/world/trainingRows.ts'
import type { World } from '../../core/world/world.ts'
import { pretrain } from '../../engine/trainer/pretrain.ts'
import { say } from '../support/say.ts'
import { writePolicy } from '../support/worldFiles.ts'

const SEED = 1
const SETTINGS = { ...DEFAULT_TRAINING, steps: LONG_RUN_STEPS }
/** Updates between two looks at the validation prompts. */
const VALIDATE_EVERY = 250
const SAY_EVERY = 1000

/** Trains the shipped policy of a world from bandit feedback and writes it. TensorFlow.js runs on WASM. */
export async function pretrainWorld(world: World): Promise<void> {
  const { id } = world
  const { training, validation } = trainingRows(world, SETTINGS)
  const started = performance.now()
  const { policy, bestStep, curve } = await pretrain(
    createEnvironment(world, training, SEED),
    createEnvironment(world, validation, SEED),
    SETTINGS,
    SEED,
    VALIDATE_EVERY,
    point => {
      if (point.step % SAY_EVERY === 0) {
        const seconds = ((performance.now() - started) / 1000).toFixed(0)
        const figures = `reward ${point.reward.toFixed(4)}  validation ${point.validation.toFixed(4)}`
        say(`${id}  step ${point.step}  ${figures}  entropy ${point.entropy.toFixed(2)}  ${seconds} s`)
      }
    },
  )
  writePolicy(
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
  say(`${id}: kept step ${bestStep}`)
}
