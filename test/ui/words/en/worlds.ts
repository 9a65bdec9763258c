import type { WorldMessages } from '../../../../src/core/messages/worlds.ts'
import type { Examples } from './examples.ts'

const world = 'judged-4'

export const worldSentences: Examples<WorldMessages> = {
  'no-world-shown': [{}, 'No world is shown yet.'],
  'other-world-chosen': [{}, 'Another world was chosen meanwhile.'],
  'no-such-world': [{ world }, 'There is no world “judged-4” here; the default is shown.'],
  'no-such-prompt': [{ prompt: 'sums/9' }, 'This world has no prompt “sums/9”; another example is shown.'],
  'policy-untrained': [
    { seed: 1 },
    'No policy has been trained on this log yet: the routes shown are those of a fresh one (seed 1). Press Play to train it.',
  ],
  'world-of-other-format': [
    { format: 'barp-world-0', expected: 'barp-world-1' },
    'World format barp-world-0 is not barp-world-1.',
  ],
  'world-of-other-length': [
    { world, bytes: 1_200, expected: 1_204 },
    'World judged-4: 1,200 bytes of columns, 1,204 expected.',
  ],
  'world-out-of-bounds': [{ world }, 'World judged-4: a family, split, score, cost or tau is out of bounds.'],
}
