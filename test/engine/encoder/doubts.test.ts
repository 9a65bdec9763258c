/** What the real encoder and the shipped worlds make of words that no policy was trained on. */
import { beforeAll, expect, test } from 'vitest'
import { createFamiliarity } from '../../../src/app/familiarity.ts'
import { ENCODER_FOLDER, ensureEncoder } from '../../../src/cli/encoder/ensureEncoder.ts'
import { readManifest, readWorld } from '../../../src/cli/support/worldFiles.ts'
import { promptDoubts } from '../../../src/core/world/promptDoubts.ts'
import { Encoder } from '../../../src/engine/encoder/encoder.ts'

const encoder = new Encoder()
const familiarityOf = createFamiliarity()
const worlds = readManifest().worlds.map(({ id }) => readWorld(id))

beforeAll(async () => {
  const lines: string[] = []
  if (!(await ensureEncoder({ say: line => lines.push(line) }))) throw new Error(lines.join('\n'))
  await encoder.load({ folder: ENCODER_FOLDER })
}, 600_000)

/** Doubts about a text in each shipped world. */
async function doubtsAbout(text: string) {
  const [encoded] = await encoder.encode([text])
  return Promise.all(
    worlds.map(async world => promptDoubts(text, encoded.embedding, encoded, await familiarityOf(world))),
  )
}

test.each(['asdf qwer zxcv uiop', 'zxqvb wkjrt plmno grbzt', 'aaaaaaaaaaaaaaa', '!!! ??? ...'])(
  'gibberish is unlike the training prompts of every world: %s',
  async text => {
    for (const doubts of await doubtsAbout(text)) {
      expect(doubts.find(({ kind }) => kind === 'unlike')).toMatchObject({ unlike: true })
    }
  },
)

test.each(['ท้องฟ้าทำไมถึงเป็นสีฟ้า', '😀😀😀', '🎉🚀🔥', '👍'])(
  'the encoder knows nothing of it, and no world has trained on such: %s',
  async text => {
    for (const doubts of await doubtsAbout(text)) {
      expect(doubts.map(({ kind }) => kind)).toEqual(['unknown', 'unlike'])
      expect(doubts[0]).toMatchObject({ unknown: 1, tokens: 1 })
    }
  },
)

test('a word problem like those of a family is told apart from them in no world', async () => {
  const doubts = await doubtsAbout('A train travels 60 miles in 2 hours. How far does it go in 5 hours?')
  expect(doubts).toEqual(worlds.map(() => []))
})
