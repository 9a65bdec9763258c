/**
 * `npm run pretrain [-- WORLD ...]`: trains the shipped policy of each world from bandit feedback into public/policies, with the
 * curves of its run and its evaluation.
 * `npm run pretrain -- --evaluate [WORLD ...]`: evaluates the policies that are there anew, and trains none.
 */
import { parseArgs } from 'node:util'
import { startTensorFlow } from '../../engine/backend/tensorflow.ts'
import { withOpening } from '../support/opening.ts'
import { WASM_FOLDER } from '../support/tensorflow.ts'
import { readManifest, readWorld, writeManifest } from '../support/worldFiles.ts'
import { evaluateWorld } from './evaluateWorld.ts'
import { pretrainWorld } from './pretrainWorld.ts'

const { values, positionals } = parseArgs({
  options: { evaluate: { type: 'boolean', default: false } },
  allowPositionals: true,
})
if (!values.evaluate) await startTensorFlow('wasm', WASM_FOLDER)
for (const { id } of readManifest().worlds) {
  if (positionals.length > 0 && !positionals.includes(id)) continue
  const world = readWorld(id)
  if (!values.evaluate) await pretrainWorld(world)
  await evaluateWorld(world)
}
writeManifest({ worlds: readManifest().worlds.map(withOpening) })
