/** `npm run evaluate [-- --json]`: every shipped policy against its references, on test and out-of-distribution prompts. */

import { policyRouter, referenceRouters } from '../core/evaluation/routers.ts'
import { type Evaluation, evaluate, meanRewardOverDial } from '../core/evaluation/sweep.ts'
import { type EncoderAgreement, encoderAgreement } from './encoderAgreement.ts'
import { log } from './log.ts'
import { readManifest, readPolicy, readWorld } from './worldFiles.ts'

const evaluations: Evaluation[] = []
const encoder: EncoderAgreement[] = []
for (const { id } of readManifest().worlds) {
  const world = readWorld(id)
  const policy = readPolicy(world)
  const routers = [policyRouter(world, policy), ...referenceRouters(world)]
  evaluations.push(evaluate(world, 'test', routers), evaluate(world, 'ood', routers))
  if (world.simulation) {
    await encoderAgreement(world, policy, log).then(
      agreement => encoder.push(agreement),
      (error: Error) => log(`The encoder's formats were not compared: ${error.message}`),
    )
  }
}
if (process.argv.includes('--json')) {
  const rows = evaluations.flatMap(evaluation => evaluation.rows)
  const aiq = evaluations.flatMap(evaluation => evaluation.aiq)
  process.stdout.write(`${JSON.stringify({ rows, aiq, encoder })}\n`)
} else {
  for (const evaluation of evaluations) process.stdout.write(`${table(evaluation)}\n\n`)
  for (const { world, formats, agreement, n } of encoder) {
    const share = `${(100 * agreement).toFixed(1)} %`
    process.stdout.write(
      `${world}, test: same route from ${formats} embeddings for ${share} of ${n} prompts x 11 w\n`,
    )
  }
}

/** Reward over the dial and AIQ of each router, then the policy's own sweep. */
function table(evaluation: Evaluation): string {
  const [{ world, split, n }] = evaluation.rows
  const summary = evaluation.aiq.map(({ router, aiq }) => {
    const reward = meanRewardOverDial(evaluation, router).toFixed(4)
    return `  ${router.padEnd(44)} ${reward.padStart(9)} ${aiq.toFixed(4).padStart(9)}`
  })
  const sweep = evaluation.rows
    .filter(row => row.router === 'policy')
    .map(row => {
      const cells = [
        row.quality.toFixed(4),
        row.costUsd.toFixed(6),
        row.reward.toFixed(4),
        row.regret.toFixed(4),
      ]
      return `  ${row.wc.toFixed(1)} ${cells.map(cell => cell.padStart(10)).join('')}`
    })
  return [
    `${world}, ${split}: ${n} prompts`,
    `  ${'router'.padEnd(44)} ${'reward'.padStart(9)} ${'AIQ'.padStart(9)}   (reward: mean over w_c = 0, 0.1 ... 1)`,
    ...summary,
    `  w_c    quality  $ a query    reward    regret   (policy)`,
    ...sweep,
  ].join('\n')
}
