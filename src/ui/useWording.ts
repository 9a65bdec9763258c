/** The words, numbers and dates of the page's language: the one that `<html lang>` names. */
import type { Wording } from './words/catalogue.ts'
import { createWording, type Language, languageOf } from './words/words.ts'

const made = new Map<Language, Wording>()

/** For components. */
export function useWording(): Wording {
  return pageWording()
}

/** For what is written outside components: labels of marks, names of files. English where there is no page. */
export function pageWording(): Wording {
  const language = languageOf(globalThis.document?.documentElement.lang ?? '')
  const wording = made.get(language) ?? createWording(language)
  made.set(language, wording)
  return wording
}
