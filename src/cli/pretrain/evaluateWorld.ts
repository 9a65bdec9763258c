import { encodeEvaluation } from '../../core/evaluation/shippedEvaluation.ts'
import type { World } from '../../core/world/world.ts'
import { evaluateReferences } from '../../engine/study/references.ts'
import { say } from '../support/say.ts'
import { readEvaluatedFiles, readPolicy, writeEvaluation } from '../support/worldFiles.ts'

/** Evaluates every router of a world that needs no training, and the policy as it ships, with the page's own code, and writes what the page shows of them. */
export async function evaluateWorld(world: World): Promise<void> {
  const evaluation = await evaluateReferences(world, readPolicy(world))
  writeEvaluation(encodeEvaluation(evaluation, readEvaluatedFiles(world.id)))
  say(`${world.id}: evaluated`)
}
