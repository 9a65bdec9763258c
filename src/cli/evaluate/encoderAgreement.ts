import { PREFERENCE_GRID } from '../../core/bandit/preference.ts'
import { argmax } from '../../core/math/statistics.ts'
import { route } from '../../core/policy/forward.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { EMBEDDING_SIZE, rowsOf, type World } from '../../core/world/world.ts'
import { embedTexts } from '../encoder/embedTexts.ts'
import { readPrompts } from '../worlds/promptSources.ts'

/** How often the route stays the same when the encoder's weights change format. */
export interface EncoderAgreement {
  readonly world: string
  readonly split: 'test'
  readonly formats: 'q8/fp32'
  /** Share of (prompt, w) pairs with the same argmax, in [0, 1]. */
  readonly agreement: number
  /** Prompts, each at eleven w. */
  readonly n: number
}

/** Routes every test prompt of the simulated world from its 8-bit and from its 32-bit embedding. @throws Error without the encoder */
export async function encoderAgreement(
  world: World,
  policy: Policy,
  say: (line: string) => void,
): Promise<EncoderAgreement> {
  const prompts = readPrompts()
  const texts = Array.from(rowsOf(world, 'test'), row => prompts[row].text)
  const q8 = (await embedTexts(texts, 'q8', say)).embeddings
  const fp32 = (await embedTexts(texts, 'fp32', say)).embeddings
  let same = 0
  for (let i = 0; i < texts.length; i++) {
    const [a, b] = [q8, fp32].map(all => all.subarray(i * EMBEDDING_SIZE, (i + 1) * EMBEDDING_SIZE))
    for (const w of PREFERENCE_GRID)
      same += argmax(route(policy, a, w)) === argmax(route(policy, b, w)) ? 1 : 0
  }
  const agreement = same / (texts.length * PREFERENCE_GRID.length)
  return { world: world.id, split: 'test', formats: 'q8/fp32', agreement, n: texts.length }
}
