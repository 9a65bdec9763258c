import type { FileMessages } from '../../../../src/core/messages/files.ts'
import { type Messages, message } from '../../../../src/core/messages/message.ts'
import type { Examples } from './examples.ts'

const name = 'run.json'
const world = 'my-log'

export const fileSentences: Examples<FileMessages<Messages>> = {
  'file-too-large': [{ bytes: 12_345_678, mostBytes: 10_000_000 }, 'It has 12.3 MB; at most 10 MB are read.'],
  'file-of-no-kind': [
    {},
    'It is neither a policy nor a run saved here. A routing log is brought under “Your own log”.',
  ],

  'file-not-opened': [{ name }, 'run.json was not opened; nothing has changed.'],
  'table-not-saved': [{}, 'The table could not be saved.'],
  'chart-not-saved': [{}, 'The chart could not be saved.'],
  'policy-not-saved': [{}, 'The policy could not be saved.'],
  'run-not-saved': [{}, 'The run could not be saved.'],

  'policy-opened': [{ name }, 'The policy of run.json routes now.'],
  'run-opened': [{ name }, 'The run of run.json is back.'],
  'to-know': [
    {
      notes: ['one', 'two', 'three', 'four', 'five'].map(detail => message('foreign', { detail })),
    },
    'To know: one; two; three and 2 more.',
  ],
  'trained-elsewhere': [{ world }, 'it was trained in the world “my-log”'],
  'world-of-run-missing': [
    { world },
    'It belongs to the world “my-log”, which is not here. If that is a log of your own, open the log itself first: a run file does not hold it.',
  ],
  'world-of-run-differs': [{ world }, 'The world “my-log” here has other LLMs than the file.'],
  'world-of-run-not-shown': [{}, 'Its world could not be shown.'],

  'link-not-followed': [
    { problems: [message('link-too-long', {})] },
    'The link could not be followed in full: it is too long. The default stands in its place.',
  ],
  'link-too-long': [{}, 'it is too long'],
  'view-value-refused': [
    { label: [message('label-seed', {})] },
    '“seed” cannot have that value: it stays as it was.',
  ],
  'link-without-version': [{}, 'it has no version'],
  'link-of-unknown-version': [{}, 'it is of another version'],
  'link-of-later-version': [
    { version: 4, readable: 3 },
    'it is of version 4, made by a newer page than this, which reads versions up to 3',
  ],
  'link-fields-unknown': [
    { fields: ['x', 'y'], more: 2 },
    'it has fields this page does not know: “x”, “y” and 2 more',
  ],
  'link-field-unreadable': [
    { field: 'wc', label: [message('label-wc', {})] },
    'its “wc” (dial) cannot be read',
  ],
  'link-copied': [{}, 'Link copied: world, example, dial and settings. A prompt of your own is not in it.'],
  'link-neither-copied-nor-shown': [
    { link: 'https://x.example/#v=3' },
    'The browser does not let this page copy, nor change its address. The link is: https://x.example/#v=3',
  ],
  'link-not-copied': [{}, 'The browser does not let this page copy. The link is in the address bar.'],
}
