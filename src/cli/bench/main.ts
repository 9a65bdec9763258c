/**
 * `npm run bench [-- --json] [-- --only forward|train|page]`: what the page and its core cost on this machine.
 * Reported, never asserted.
 */
import { say } from '../support/say.ts'
import { benchForward } from './forward.ts'
import { benchPage } from './page.ts'
import { formatRows, type Row } from './row.ts'
import { benchTrain } from './train.ts'

const PARTS: Readonly<Record<string, () => Promise<Row[]>>> = {
  forward: async () => benchForward(),
  train: benchTrain,
  page: benchPage,
}

const at = process.argv.indexOf('--only')
const only = at < 0 ? null : (process.argv[at + 1] ?? '')
if (only !== null && !Object.keys(PARTS).includes(only)) {
  say(`--only needs one of ${Object.keys(PARTS).join(', ')}.`)
  process.exit(2)
}
const rows: Row[] = []
for (const [name, run] of Object.entries(PARTS))
  if (only === null || only === name) rows.push(...(await run()))
console.log(process.argv.includes('--json') ? JSON.stringify({ rows }) : formatRows(rows))
