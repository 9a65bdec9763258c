/** `npm run pretrain [-- WORLD ...]`: trains the shipped policy of each world from bandit feedback into public/policies. */
import { startTensorFlow } from '../../engine/backend/tensorflow.ts'
import { withOpening } from '../support/opening.ts'
import { WASM_FOLDER } from '../support/tensorflow.ts'
import { readManifest, readWorld, writeManifest } from '../support/worldFiles.ts'
import { pretrainWorld } from './pretrainWorld.ts'

await startTensorFlow('wasm', WASM_FOLDER)
const wanted = process.argv.slice(2)
for (const { id } of readManifest().worlds) {
  if (wanted.length === 0 || wanted.includes(id)) await pretrainWorld(readWorld(id))
}
writeManifest({ worlds: readManifest().worlds.map(withOpening) })
