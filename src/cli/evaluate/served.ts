/** A log of what was served: a policy learnt from it alone, and judged by it without a single hidden cell. */
import { writeFileSync } from 'node:fs'
import { PREFERENCE_GRID } from '../../core/bandit/preference.ts'
import { DEFAULT_TRAINING } from '../../core/experiment/training.ts'
import { mean } from '../../core/math/statistics.ts'
import { drawResamples } from '../../core/offpolicy/bootstrap.ts'
import { type CrossFit, crossFit, neverServed } from '../../core/offpolicy/crossFit.ts'
import { DISTILLING } from '../../core/offpolicy/distiller.ts'
import { RECOMMENDED_ESTIMATOR } from '../../core/offpolicy/estimators.ts'
import { type Choices, judge, LEAST_ESS, MOST_UNSERVED, measureServed } from '../../core/offpolicy/judge.ts'
import { heldOutChoices, learnFromAll, plainMeansChoices, singleChoices } from '../../core/offpolicy/learn.ts'
import { answersOfArms, type ServedLog } from '../../core/offpolicy/servedLog.ts'
import { servedTau } from '../../core/offpolicy/tau.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { startTensorFlow } from '../../engine/backend/tensorflow.ts'
import { multiply } from '../../engine/trainer/products.ts'
import { encodePolicyFile } from '../../share/files/policyFile.ts'
import type { ParsedServedLog } from '../../share/log/served.ts'
import { embedTexts } from '../encoder/embedTexts.ts'
import { say } from '../support/say.ts'
import { WASM_FOLDER } from '../support/tensorflow.ts'
import { sha256 } from '../support/worldFiles.ts'
import { type EstimateRow, estimatesTable } from './estimatesTable.ts'
import type { LogOptions } from './options.ts'

/** @returns JSON {rows, aiq, encoder, fits, limits, estimates}, or a table to read */
export async function evaluateServed(
  parsed: ParsedServedLog,
  options: LogOptions,
  json: boolean,
): Promise<string> {
  say(
    `${parsed.source}: ${parsed.arm.length} answers to ${parsed.texts.length} prompts, one of ${parsed.llms.length} LLMs each`,
  )
  const embeddings = parsed.embeddings ?? (await embedTexts(parsed.texts, 'q8', say, 'whole')).embeddings
  const bare = { ...parsed, embeddings, arms: parsed.llms.length, size: parsed.arm.length }
  const log: ServedLog = { ...bare, tauUsd: servedTau(bare) }
  const seeds = Array.from({ length: options.train ? options.seeds : 1 }, (_, i) => i + 1)
  const estimates: EstimateRow[] = []
  const learnt: EstimateRow[][] = []
  for (const seed of seeds) {
    say(`seed ${seed} of ${seeds.length}: outcome model and propensities, cross-fitted`)
    const fit = crossFit(log, seed)
    if (seed === 1) estimates.push(...references(log, parsed.llms, fit))
    if (!options.train) continue
    await startTensorFlow('wasm', WASM_FOLDER)
    say(`seed ${seed} of ${seeds.length}: the policy, ${fit.folds.length} times without a fold`)
    learnt.push(rowsOf('policy', log, await heldOutChoices(log, fit, seed, multiply), fit))
    if (seed === 1 && options.policyOut !== null) {
      await savePolicy(options.policyOut, parsed, await learnFromAll(log, fit, seed, multiply))
    }
  }
  estimates.unshift(...meanOverSeeds(learnt))
  const limits = limitsOf(log, parsed, estimates)
  if (json) {
    return JSON.stringify({ rows: [], aiq: [], encoder: [], fits: [], limits, estimates })
  }
  return [estimatesTable(estimates), limits.join('\n')].join('\n\n')
}

/** What is known without training: the served policy itself, plain means, each LLM alone. */
function references(log: ServedLog, llms: readonly string[], fit: CrossFit): EstimateRow[] {
  const resamples = drawResamples(log.embeddings.length / 384, 1)
  const served = PREFERENCE_GRID.map((w): EstimateRow => {
    const { value, low, high } = measureServed(log, w, resamples)
    return {
      router: 'served',
      wc: w.cost,
      estimator: 'measured',
      reward: value,
      low,
      high,
      ess: log.size,
      quality: mean(log.quality),
      costUsd: mean(log.costUsd),
      unserved: 0,
      tells: true,
    }
  })
  return [
    ...served,
    ...rowsOf('plain-means', log, plainMeansChoices(log, fit), fit),
    ...llms.flatMap((id, arm) => rowsOf(`llm:${id}`, log, singleChoices(log, arm), fit)),
  ]
}

function rowsOf(router: string, log: ServedLog, choices: Choices, { nuisances }: CrossFit): EstimateRow[] {
  const resamples = drawResamples(log.embeddings.length / 384, 1)
  return judge(log, choices, nuisances, resamples).map(({ reward, quality, cost, ...estimate }) => ({
    router,
    wc: estimate.wc,
    estimator: estimate.estimator,
    reward: reward.value,
    low: reward.low,
    high: reward.high,
    ess: estimate.ess,
    quality: quality.value,
    costUsd: cost.value * log.tauUsd,
    unserved: estimate.unserved,
    tells: estimate.tells,
  }))
}

/** Means over seeds, and the widest interval of any: seeds share the log, so their intervals do not narrow each other. */
function meanOverSeeds(seeds: readonly (readonly EstimateRow[])[]): EstimateRow[] {
  if (seeds.length === 0) return []
  return seeds[0].map((row, i) => {
    const same = seeds.map(rows => rows[i])
    const average = (value: (row: EstimateRow) => number) => mean(same.map(value))
    return {
      ...row,
      reward: average(({ reward }) => reward),
      low: Math.min(...same.map(({ low }) => low)),
      high: Math.max(...same.map(({ high }) => high)),
      ess: average(({ ess }) => ess),
      quality: average(({ quality }) => quality),
      costUsd: average(({ costUsd }) => costUsd),
      unserved: average(({ unserved }) => unserved),
      tells: same.every(({ tells }) => tells),
    }
  })
}

async function savePolicy(file: string, parsed: ParsedServedLog, policy: Policy): Promise<void> {
  const header = {
    world: `log-${sha256(parsed.texts.join('\n')).slice(0, 16)}`,
    roster: parsed.llms,
    shape: policy.shape,
    settings: DEFAULT_TRAINING,
    seed: 1,
    backend: 'wasm',
    bestStep: DISTILLING.steps,
    curve: [],
  }
  const hash = async (bytes: Uint8Array) => sha256(bytes)
  writeFileSync(file, await encodePolicyFile(header, policy.parameters, hash))
  say(`${file}: the policy learnt from all answers`)
}

function limitsOf(log: ServedLog, parsed: ParsedServedLog, estimates: readonly EstimateRow[]): string[] {
  const answers = answersOfArms(log)
  const never = neverServed(log).map(arm => parsed.llms[arm])
  const quoted = estimates.filter(row => row.router === 'policy' && row.estimator === RECOMMENDED_ESTIMATOR)
  const silent = quoted.filter(({ tells }) => !tells).map(({ wc }) => wc.toFixed(1))
  return [
    'What this log can tell (ESTIMATED: nothing but served answers was looked at)',
    `Answers: ${parsed.llms.map((id, arm) => `${id} ${answers[arm]}`).join(', ')}; tau $${log.tauUsd.toPrecision(3)}.`,
    `Propensities: ${log.propensity === null ? 'estimated from the embeddings' : 'given by the log'}.`,
    ...never.map(id => `${id} was never served: nothing in this log can tell how it would do.`),
    ...(silent.length > 0
      ? [
          `This log cannot tell at w_c = ${silent.join(', ')}: the policy’s own choices were served fewer than ${LEAST_ESS} effective times, or more than ${100 * MOST_UNSERVED} % of them never on such prompts. Serve a share of the prompts at random and log the probability to find out.`,
        ]
      : []),
  ]
}
