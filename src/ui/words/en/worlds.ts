import type { WorldMessages } from '../../../core/messages/worlds.ts'
import type { Words } from '../catalogue.ts'

export const worldWords: Words<WorldMessages> = {
  'no-world-shown': () => 'No world is shown yet.',
  'other-world-chosen': () => 'Another world was chosen meanwhile.',
  'no-such-world': ({ world }) => `There is no world “${world}” here; the default is shown.`,
  'no-such-prompt': ({ prompt }) => `This world has no prompt “${prompt}”; another example is shown.`,
  'policy-untrained': ({ seed }, { count }) =>
    `No policy has been trained on this log yet: the routes shown are those of a fresh one (seed ${count(seed)}). Press Play to train it.`,

  'world-of-other-format': ({ format, expected }) => `World format ${format} is not ${expected}.`,
  'world-of-other-length': ({ world, bytes, expected }, { count }) =>
    `World ${world}: ${count(bytes)} bytes of columns, ${count(expected)} expected.`,
  'world-out-of-bounds': ({ world }) =>
    `World ${world}: a family, split, score, cost or tau is out of bounds.`,
}
