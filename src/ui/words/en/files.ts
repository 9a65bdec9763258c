import type { FileMessages } from '../../../core/messages/files.ts'
import type { Words } from '../catalogue.ts'

export const fileWords: Words<FileMessages> = {
  'file-too-large': ({ bytes, mostBytes }, { figure }) =>
    `It has ${figure(bytes / 1e6, 3)} MB; at most ${figure(mostBytes / 1e6, 3)} MB are read.`,
}
