/** The shipped policies against their references. */
import { policyRouter, referenceRouters } from '../../core/evaluation/routers.ts'
import { type Evaluation, evaluate } from '../../core/evaluation/sweep.ts'
import { messagesOf } from '../../core/messages/message.ts'
import { createWording } from '../../ui/words/words.ts'
import { say } from '../support/say.ts'
import { readManifest, readPolicy, readWorld } from '../support/worldFiles.ts'
import { type EncoderAgreement, encoderAgreement } from './encoderAgreement.ts'
import { tableOf } from './table.ts'

/** @returns JSON {rows, aiq, encoder}, or tables to read */
export async function evaluateShipped(json: boolean): Promise<string> {
  const evaluations: Evaluation[] = []
  const encoder: EncoderAgreement[] = []
  for (const { id } of readManifest().worlds) {
    const world = readWorld(id)
    const policy = readPolicy(world)
    const routers = [policyRouter(world, policy), ...referenceRouters(world)]
    evaluations.push(evaluate(world, 'test', routers), evaluate(world, 'ood', routers))
    if (world.simulation) {
      await encoderAgreement(world, policy, say).then(
        agreement => encoder.push(agreement),
        error =>
          say(`The encoder's formats were not compared: ${createWording('en').sayAll(messagesOf(error))}`),
      )
    }
  }
  if (json) {
    const rows = evaluations.flatMap(evaluation => evaluation.rows)
    const aiq = evaluations.flatMap(evaluation => evaluation.aiq)
    return JSON.stringify({ rows, aiq, encoder })
  }
  const agreements = encoder.map(({ world, formats, agreement, n }) => {
    const share = `${(100 * agreement).toFixed(1)} %`
    return `${world}, test: same route from ${formats} embeddings for ${share} of ${n} prompts x 11 w`
  })
  return [...evaluations.map(evaluation => tableOf(evaluation)), ...agreements].join('\n\n')
}
