import type { FileMessages } from '../../../core/messages/files.ts'
import type { Messages } from '../../../core/messages/message.ts'
import type { Words } from '../catalogue.ts'

/** Of what is worth knowing, so many are told; the rest is counted. */
const MOST_NOTES = 3

export const fileWords: Words<FileMessages<Messages>> = {
  'file-too-large': ({ bytes, mostBytes }, { figure }) =>
    `It has ${figure(bytes / 1e6, 3)} MB; at most ${figure(mostBytes / 1e6, 3)} MB are read.`,
  'file-of-no-kind': () =>
    'It is neither a policy nor a run saved here. A routing log is brought under “Your own log”.',

  'file-not-opened': ({ name }) => `${name} was not opened; nothing has changed.`,
  'table-not-saved': () => 'The table could not be saved.',
  'chart-not-saved': () => 'The chart could not be saved.',
  'policy-not-saved': () => 'The policy could not be saved.',
  'run-not-saved': () => 'The run could not be saved.',

  'policy-opened': ({ name }) => `The policy of ${name} routes now.`,
  'run-opened': ({ name }) => `The run of ${name} is back.`,
  'to-know': ({ notes }, { say, count }) => {
    const more = notes.length - MOST_NOTES
    const told = notes.slice(0, MOST_NOTES).map(note => say(note))
    return `To know: ${told.join('; ')}${more > 0 ? ` and ${count(more)} more` : ''}.`
  },
  'trained-elsewhere': ({ world }) => `it was trained in the world “${world}”`,
  'world-of-run-missing': ({ world }) =>
    `It belongs to the world “${world}”, which is not here. If that is a log of your own, open the log itself first: a run file does not hold it.`,
  'world-of-run-differs': ({ world }) => `The world “${world}” here has other LLMs than the file.`,
  'world-of-run-not-shown': () => 'Its world could not be shown.',

  'link-not-followed': ({ problems }, { say }) =>
    `The link could not be followed in full: ${problems.map(each => say(each)).join(', ')}. The default stands in its place.`,
  'link-too-long': () => 'it is too long',
  'link-without-version': () => 'it has no version',
  'link-of-unknown-version': () => 'it is of another version',
  'link-of-later-version': ({ version, readable }) =>
    `it is of version ${version}, made by a newer page than this, which reads versions up to ${readable}`,
  'view-value-refused': ({ label }, { sayAll }) =>
    `“${sayAll(label)}” cannot have that value: it stays as it was.`,
  'link-fields-unknown': ({ fields, more }, { count }) =>
    `it has fields this page does not know: ${fields.map(field => `“${field}”`).join(', ')}${more > 0 ? ` and ${count(more)} more` : ''}`,
  'link-field-unreadable': ({ field, label }, { sayAll }) =>
    `its “${field}” (${sayAll(label)}) cannot be read`,
  'link-copied': () => 'Link copied: world, example, dial and settings. A prompt of your own is not in it.',
  'link-neither-copied-nor-shown': ({ link }) =>
    `The browser does not let this page copy, nor change its address. The link is: ${link}`,
  'link-not-copied': () => 'The browser does not let this page copy. The link is in the address bar.',
}
