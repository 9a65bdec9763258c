/** Where Firefox is. `FIREFOX` names another; Playwright's own build does not speak WebDriver BiDi. */
import { existsSync } from 'node:fs'

const CANDIDATES = [
  process.env.FIREFOX ?? '',
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/opt/firefox/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
]

/** How to get one, as a sentence. */
export const HOW_TO_GET_FIREFOX =
  'No Firefox was found: run `apt-get install firefox-esr`, or set FIREFOX to the path of one.'

/** An installed Firefox, or null. */
export function findFirefox(): string | null {
  return CANDIDATES.find(path => path !== '' && existsSync(path)) ?? null
}
