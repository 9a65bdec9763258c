import type { FormatMessages } from '../../../../src/core/messages/formats.ts'
import { type Messages, message } from '../../../../src/core/messages/message.ts'
import type { Examples } from './examples.ts'

const path = 'report.points[3].reward'

export const formatSentences: Examples<FormatMessages<Messages>> = {
  'asset-unreachable': [
    { path: 'worlds/manifest.json' },
    'worlds/manifest.json could not be fetched. Is the network there?',
  ],
  'asset-status': [
    { path: 'worlds/manifest.json', status: 503 },
    'worlds/manifest.json could not be fetched: HTTP 503.',
  ],
  'asset-damaged': [
    { path: 'worlds/a.bin' },
    'worlds/a.bin is damaged: its checksum does not match. Reload the page.',
  ],
  'asset-refused': [
    { path: 'worlds/a.json', why: [message('field-missing', { path: 'id' })] },
    'worlds/a.json cannot be used: “id” is missing.',
  ],
  'made-for-another-world': [{}, 'It belongs to another world, or to an earlier state of this one.'],
  'made-for-another-policy': [{}, 'It belongs to another policy than the one that ships with this world.'],

  'not-json': [{}, 'It is not JSON: the file is damaged, or of another kind.'],
  'field-missing': [{ path: '' }, 'The file is missing.'],
  'field-of-wrong-kind': [{ path, kind: 'number' }, '“report.points[3].reward” is not a number.'],
  'field-of-wrong-form': [{ path: 'world' }, '“world” is none of what may stand there.'],
  'field-too-small': [{ path: 'seed', least: 0 }, '“seed” is less than 0.'],
  'field-too-large': [{ path: 'batchSize', most: 1_024 }, '“batchSize” is more than 1,024.'],
  'field-not-whole': [{ path: 'seed' }, '“seed” is not a whole number.'],
  'field-too-long': [{ path: 'roster', most: 64 }, '“roster” is longer than 64.'],
  'field-too-short': [{ path: 'roster', least: 2 }, '“roster” is shorter than 2.'],
  'field-unknown': [{ path: 'extra' }, '“extra” is not known here'],
  'field-defaulted': [{ path: 'head' }, '“head” is missing: the default stands in its place'],
  'field-not-finite': [
    { path },
    '“report.points[3].reward” is not a finite number, and no file can hold it.',
  ],

  'not-a-policy': [{}, 'It is not a policy file.'],
  'version-not-read': [{ version: 3, readable: 2 }, 'Its version is 3; this page reads version 2.'],
  'file-cut-off': [{}, 'It is cut off: the file is damaged.'],
  'checksum-differs': [{}, 'Its checksum does not match: the file is damaged.'],
  'header-cut-off': [{}, 'Its header is cut off or too long: the file is damaged.'],
  'policy-for-other-llms': [
    { world: 'judged-4', llms: 4 },
    'It routes between the 4 LLMs of “judged-4”, and the world shown has others. Choose that world, then open the file again.',
  ],
  'shape-for-other-llms': [
    { llms: 4 },
    'The policy’s shape does not fit: it needs one logit for each of the 4 LLMs.',
  ],
  'shape-contradictory': [{}, 'The policy’s shape contradicts itself.'],
  'parameters-of-other-length': [
    { bytes: 1_200, expected: 1_204 },
    'It has 1,200 bytes of parameters; its shape needs 1,204.',
  ],
  'parameters-not-base64': [{}, 'Its parameters are not base64: the file is damaged.'],
  'parameters-cut-off': [{}, 'Its parameters are cut off: the file is damaged.'],
  'parameters-not-finite': [{}, 'It holds a parameter that is not finite.'],

  'run-for-other-llms': [{ llms: 4 }, 'Its curves or its policy are not for the 4 LLMs it names.'],
  'run-state-unfit': [{}, 'The state of its training does not fit its settings.'],
}
