/** What a routing log is read as, without encoding or training: as JSON, or in words. */

import { adviceOf, problemOf, rowsOfMessages } from '../../core/log/advice.ts'
import type { ParsedLog } from '../../core/log/parsed.ts'
import { countReadings, noteReadings, type ReadingCounts } from '../../core/log/readings.ts'
import { type Messages, Problem } from '../../core/messages/message.ts'
import { logWorldProblem } from '../../core/world/logWorld.ts'
import { loadTextReader } from '../../engine/encoder/tokenizer.ts'
import { openLogFiles } from '../../share/log/read.ts'
import { createWording } from '../../ui/words/words.ts'
import { ENCODER_FOLDER, ensureEncoder } from '../encoder/ensureEncoder.ts'
import { say } from '../support/say.ts'
import { readFiles } from './files.ts'
import { BadInput, type LogOptions, Refused } from './options.ts'

const WORDING = createWording('en')
/** Prompts that are shown. */
const SHOWN = 2

/** @returns JSON, or sentences @throws BadInput for a file that cannot be had @throws Refused for one that cannot be read as a log */
export async function checkLog(options: LogOptions, json: boolean): Promise<string> {
  const read = await openAndRead(readFiles(options)).catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error
    throw json ? new Refused(refusalJson(error.said)) : new BadInput(refusalWords(error.said))
  })
  const counts = await readingCounts(read.log.texts)
  const report = reportOf(read.log, read.format, counts)
  return json ? JSON.stringify(report) : wordsOf(report)
}

async function openAndRead(files: Parameters<typeof openLogFiles>[0]) {
  const open = await openLogFiles(files)
  return { format: open.preview.format, log: await open.read(open.guess) }
}

/** Null where the encoder's files cannot be had. */
async function readingCounts(texts: readonly string[]): Promise<ReadingCounts | null> {
  if (!(await ensureEncoder({ say }))) return null
  const read = await loadTextReader(ENCODER_FOLDER)
  return countReadings([...new Set(texts)].map(read))
}

function reportOf(log: ParsedLog, format: string, counts: ReadingCounts | null) {
  const { texts, llms, families, score, costUsd, notes } = log
  const [n, k] = [texts.length, llms.length]
  const row = (table: Float64Array, i: number) => Array.from(table.subarray(i * k, (i + 1) * k))
  const means = (table: Float64Array) =>
    llms.map((_, arm) => texts.reduce((sum, _text, i) => sum + table[i * k + arm], 0) / n)
  const unfit = logWorldProblem(log, [])
  const said = [
    ...notes,
    ...(counts === null ? [] : noteReadings(counts)),
    ...(unfit === null ? [] : [unfit]),
  ]
  return {
    format,
    n,
    k,
    llms: llms.map(({ id }) => id),
    families: families.map(({ name, prompts }) => ({ name, n: prompts })),
    first: texts.slice(0, SHOWN).map((text, i) => ({ text, score: row(score, i), costUsd: row(costUsd, i) })),
    means: { score: means(score), costUsd: means(costUsd) },
    cut: counts?.cut ?? null,
    unknown: counts?.unknown ?? null,
    sharedEmbeddings: counts?.shared ?? null,
    notes: said.map(WORDING.say),
  }
}

function wordsOf({ format, n, k, llms, families, first, means, notes }: ReturnType<typeof reportOf>): string {
  const figures = (values: readonly number[]) => values.map(value => value.toPrecision(4)).join(', ')
  return [
    `${format}: ${n} prompts x ${k} LLMs: ${llms.join(', ')}.`,
    `Families: ${families.map(family => `${family.name} ${family.n}`).join(', ')}.`,
    ...first.map(
      ({ text, score, costUsd }) =>
        `“${text}”\n  scores ${figures(score)}; dollars a call ${figures(costUsd)}`,
    ),
    `Means: scores ${figures(means.score)}; dollars a call ${figures(means.costUsd)}.`,
    ...notes,
  ].join('\n')
}

function refusalJson(said: Messages): string {
  return JSON.stringify({
    problem: WORDING.sayAll(problemOf(said)),
    rows: rowsOfMessages(said),
    advice: WORDING.sayAll(adviceOf(said)),
  })
}

function refusalWords(said: Messages): string {
  return WORDING.sayAll([...problemOf(said), ...adviceOf(said)])
}
