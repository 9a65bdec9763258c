/** The page's words, by language. Pure: the command line words its messages here too. */
import type { Message, MessageCode } from '../../core/messages/message.ts'
import type { Catalogue, Wording } from './catalogue.ts'
import { en } from './en/en.ts'
import { createFormat } from './format.ts'

/** One line a language. */
const CATALOGUES = { en } satisfies Readonly<Record<string, Catalogue>>

export type Language = keyof typeof CATALOGUES

/** How a language says messages and writes numbers. */
export function createWording(language: Language): Wording {
  const catalogue: Catalogue = CATALOGUES[language]
  const wording: Wording = {
    ...createFormat(language),
    say,
    sayAll: messages => messages.map(each => say(each)).join(' '),
  }
  return wording

  function say<Code extends MessageCode>({ code, params }: Message<Code>): string {
    return catalogue[code](params, wording)
  }
}

/** The page's language, where there is a catalogue for it; else English. @param tag e.g. `de-CH`, or '' */
export function languageOf(tag: string): Language {
  const [language] = tag.toLowerCase().split('-')
  return Object.keys(CATALOGUES).find((known): known is Language => known === language) ?? 'en'
}
