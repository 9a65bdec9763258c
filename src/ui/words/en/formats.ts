import type { FormatMessages } from '../../../core/messages/formats.ts'
import type { Messages } from '../../../core/messages/message.ts'
import type { Words } from '../catalogue.ts'

const KINDS = {
  number: 'a number',
  string: 'a text',
  array: 'a list',
  object: 'an object',
  boolean: 'true or false',
} as const

/** As precise as a bound can be. */
const DIGITS = 15

const quote = (path: string) => (path === '' ? 'The file' : `“${path}”`)

export const formatWords: Words<FormatMessages<Messages>> = {
  'asset-unreachable': ({ path }) => `${path} could not be fetched. Is the network there?`,
  'asset-status': ({ path, status }) => `${path} could not be fetched: HTTP ${status}.`,
  'asset-damaged': ({ path }) => `${path} is damaged: its checksum does not match. Reload the page.`,
  'asset-refused': ({ path, why }, { sayAll }) => `${path} cannot be used: ${sayAll(why)}`,
  'made-for-another-world': () => 'It belongs to another world, or to an earlier state of this one.',
  'made-for-another-policy': () => 'It belongs to another policy than the one that ships with this world.',

  'not-json': () => 'It is not JSON: the file is damaged, or of another kind.',
  'field-missing': ({ path }) => `${quote(path)} is missing.`,
  'field-of-wrong-kind': ({ path, kind }) => `${quote(path)} is not ${KINDS[kind]}.`,
  'field-of-wrong-form': ({ path }) => `${quote(path)} is none of what may stand there.`,
  'field-too-small': ({ path, least }, { figure }) => `${quote(path)} is less than ${figure(least, DIGITS)}.`,
  'field-too-large': ({ path, most }, { figure }) => `${quote(path)} is more than ${figure(most, DIGITS)}.`,
  'field-not-whole': ({ path }) => `${quote(path)} is not a whole number.`,
  'field-too-long': ({ path, most }, { count }) => `${quote(path)} is longer than ${count(most)}.`,
  'field-too-short': ({ path, least }, { count }) => `${quote(path)} is shorter than ${count(least)}.`,
  'field-unknown': ({ path }) => `“${path}” is not known here`,
  'field-defaulted': ({ path }) => `“${path}” is missing: the default stands in its place`,
  'field-not-finite': ({ path }) => `“${path}” is not a finite number, and no file can hold it.`,

  'not-a-policy': () => 'It is not a policy file.',
  'version-not-read': ({ version, readable }) =>
    `Its version is ${version}; this page reads version ${readable}.`,
  'file-cut-off': () => 'It is cut off: the file is damaged.',
  'checksum-differs': () => 'Its checksum does not match: the file is damaged.',
  'header-cut-off': () => 'Its header is cut off or too long: the file is damaged.',
  'policy-for-other-llms': ({ world, llms }, { count }) =>
    `It routes between the ${count(llms)} LLMs of “${world}”, and the world shown has others. Choose that world, then open the file again.`,
  'shape-for-other-llms': ({ llms }, { count }) =>
    `The policy’s shape does not fit: it needs one logit for each of the ${count(llms)} LLMs.`,
  'shape-contradictory': () => 'The policy’s shape contradicts itself.',
  'parameters-of-other-length': ({ bytes, expected }, { count }) =>
    `It has ${count(bytes)} bytes of parameters; its shape needs ${count(expected)}.`,
  'parameters-not-base64': () => 'Its parameters are not base64: the file is damaged.',
  'parameters-cut-off': () => 'Its parameters are cut off: the file is damaged.',
  'parameters-not-finite': () => 'It holds a parameter that is not finite.',

  'run-for-other-llms': ({ llms }, { count }) =>
    `Its curves or its policy are not for the ${count(llms)} LLMs it names.`,
  'run-state-unfit': () => 'The state of its training does not fit its settings.',
}
