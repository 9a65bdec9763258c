/** A routing log of one's own: read, encoded, split, trained on and evaluated. */

import { referenceRouters } from '../../core/evaluation/routers.ts'
import type { StudyAiq, StudyFit, StudyPlan, StudyResult, StudyRow } from '../../core/evaluation/study.ts'
import { type Evaluation, evaluate, meanRewardOverDial } from '../../core/evaluation/sweep.ts'
import { longRunSteps } from '../../core/experiment/longRun.ts'
import { DEFAULT_TRAINING } from '../../core/experiment/training.ts'
import { adviceOf } from '../../core/log/advice.ts'
import type { ParsedLog } from '../../core/log/parsed.ts'
import { Problem } from '../../core/messages/message.ts'
import { LEARNERS } from '../../core/routers/learners.ts'
import { createLogWorld, logWorldProblem } from '../../core/world/logWorld.ts'
import { rowsOf, type Split, type World } from '../../core/world/world.ts'
import { startTensorFlow } from '../../engine/backend/tensorflow.ts'
import { knnReference } from '../../engine/study/references.ts'
import { runStudy } from '../../engine/study/study.ts'
import { readLogFiles } from '../../share/log/read.ts'
import { type ParsedServedLog, readServedLog } from '../../share/log/served.ts'
import { createWording } from '../../ui/words/words.ts'
import { embedTexts } from '../encoder/embedTexts.ts'
import { say } from '../support/say.ts'
import { WASM_FOLDER } from '../support/tensorflow.ts'
import { readFiles } from './files.ts'
import { limitsOf } from './limits.ts'
import { BadInput, type LogOptions } from './options.ts'
import { savedPolicyRouter } from './savedPolicy.ts'
import { evaluateServed } from './served.ts'
import { type Spreads, tableOf } from './table.ts'

/** Trained over the seeds; all but the full-information references see only what they pull. */
const TRAINED = LEARNERS.filter(({ trains }) => trains).map(({ id }) => id)
/** Share of the updates without a better look at the validation prompts after which a learner stops. */
const PATIENCE = 0.4
const WORDING = createWording('en')
const REPORT_EVERY_MS = 10_000

/** @returns JSON {rows, aiq, encoder, fits, limits}, or tables to read @throws BadInput */
export async function evaluateLog(options: LogOptions, json: boolean): Promise<string> {
  const served = await readServed(options)
  if (served !== null) return evaluateServed(served, options, json)
  const parsed = await readLog(options)
  const problem = logWorldProblem(parsed, options.holdout)
  if (problem !== null) throw new BadInput(WORDING.say(problem))
  say(`${parsed.source}: ${parsed.texts.length} prompts x ${parsed.llms.length} LLMs`)
  for (const note of parsed.notes) say(`  ${WORDING.say(note)}`)
  const { embeddings } = await embedTexts(parsed.texts, 'q8', say, 'whole')
  const world = createLogWorld(parsed, embeddings, options.holdout, false)
  const splits = (['test', 'ood'] as const).filter(split => rowsOf(world, split).length > 0)
  const saved = options.policy === null ? [] : [await savedPolicyRouter(options.policy, world)]
  const references = splits.map(split => {
    say(`evaluating the references on ${rowsOf(world, split).length} ${split} prompts`)
    return evaluate(world, split, [...saved, knnReference(world, split), ...referenceRouters(world)])
  })
  const trained = options.train ? await train(world, splits, options) : { rows: [], aiq: [], fits: [] }
  const result = merge(trained, references, options.train ? options.seeds : 1)
  const limits = limitsOf(world, result, options.train)
  if (json)
    return JSON.stringify({ rows: result.rows, aiq: result.aiq, encoder: [], fits: result.fits, limits })
  return [...splits.map(split => table(result, split)), limits.join('\n')].join('\n\n')
}

/** The log of what was served that the file holds; null where it is a table of outcomes, or one of several files. */
async function readServed(options: LogOptions): Promise<ParsedServedLog | null> {
  const files = readFiles(options)
  if (files.length > 1) return null
  try {
    return await readServedLog(files[0], options.propensity)
  } catch (error) {
    throw error instanceof Problem ? new BadInput(WORDING.sayAll(error.said)) : error
  }
}

async function readLog(options: LogOptions): Promise<ParsedLog> {
  try {
    return await readLogFiles(readFiles(options))
  } catch (error) {
    throw error instanceof Problem
      ? new BadInput(WORDING.sayAll([...error.said, ...adviceOf(error.said)]))
      : error
  }
}

async function train(world: World, splits: readonly Split[], { seeds, steps: asked }: LogOptions) {
  const steps = asked ?? longRunSteps(rowsOf(world, 'train').length)
  await startTensorFlow('wasm', WASM_FOLDER)
  const settings = { ...DEFAULT_TRAINING, steps }
  const plan: StudyPlan = {
    entries: TRAINED.map(learner => ({ id: learner, label: learner, learner, settings })),
    seeds: Array.from({ length: seeds }, (_, i) => i + 1),
    splits,
  }
  let told = 0
  const study = runStudy(world, plan, { patience: PATIENCE * steps })
  for (;;) {
    const { done, value } = await study.next()
    if (done) return value
    if (performance.now() - told < REPORT_EVERY_MS) continue
    told = performance.now()
    say(`training: seed ${value.seed} of ${seeds}, update ${value.step} of at most ${steps}`)
  }
}

/** References draw no chance: the same for every seed. */
function merge(trained: StudyResult, references: readonly Evaluation[], seeds: number): StudyResult {
  const rows = references.flatMap(evaluation =>
    evaluation.rows.map((row): StudyRow => ({ ...row, sd: 0, qualitySd: 0, seeds })),
  )
  const aiq = references.flatMap(evaluation =>
    evaluation.aiq.map((row): StudyAiq => {
      const reward = meanRewardOverDial(evaluation, row.router)
      return { ...row, sd: 0, reward, rewardSd: 0, seeds }
    }),
  )
  const fits: readonly StudyFit[] = trained.fits
  return { rows: [...trained.rows, ...rows], aiq: [...trained.aiq, ...aiq], fits }
}

function table({ rows, aiq }: StudyResult, split: Split): string {
  const own = {
    rows: rows.filter(row => row.split === split),
    aiq: aiq.filter(row => row.split === split),
  }
  const spreads: Spreads = new Map(
    own.aiq.flatMap(row =>
      row.seeds > 1 && row.rewardSd > 0 ? [[row.router, { reward: row.rewardSd, aiq: row.sd }]] : [],
    ),
  )
  return tableOf(own, spreads)
}
