/** The two measured routing logs: read where they lie, never copied; only their numbers go into a world. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { LogRow } from '../../core/world/measured.ts'
import type { DataCard, Family, Llm } from '../../core/world/world.ts'

export interface LogSource {
  readonly id: string
  readonly title: string
  /** Folder with rows.jsonl and models.json, inside the folder of logs. */
  readonly folder: string
  readonly outOfDistribution: readonly string[]
  readonly card: DataCard
}

/** Folder of the logs: `BARP_LOGS`, or the one that stands beside the project. */
const LOGS = resolve(process.env.BARP_LOGS ?? '../shared/data')

const NUMBERS_ONLY =
  'The texts of the prompts are not carried here: they belong to the benchmarks they come from. Prompts are named by family and number.'

export const LOG_SOURCES: readonly LogSource[] = [
  {
    id: 'judged-4',
    title: 'Judged log, 4 LLMs of 2025',
    folder: 'judged-k4',
    outOfDistribution: ['mbpp', 'truthful_qa'],
    card: {
      provenance: 'measured',
      summary:
        'Answers of four LLMs to 1,766 benchmark prompts, scored by an LLM judge, with the dollars each call cost.',
      source: "ParetoBandit's public validation log (arXiv 2604.00136).",
      licence: 'Apache-2.0; numbers carried with attribution, embeddings computed here.',
      limits: [
        'An LLM judge gave the scores; it has its own taste.',
        'A pull replays the one logged call, so the same prompt and LLM always give the same outcome.',
        'About 1,100 prompts to train on: a policy can learn them by heart, so training stops on validation reward.',
        NUMBERS_ONLY,
      ],
    },
  },
  {
    id: 'exam-13',
    title: 'Exam log, 13 LLMs',
    folder: 'exam-k13',
    outOfDistribution: ['mmlupro-law', 'mmlupro-engineering'],
    card: {
      provenance: 'measured',
      summary:
        'Published answers of thirteen LLMs to 2,520 MMLU-Pro questions in 14 subjects, marked right or wrong, at list price.',
      source: 'Model outputs published with MMLU-Pro (arXiv 2406.01574), re-scored.',
      licence: 'Apache-2.0; numbers carried with attribution, embeddings computed here.',
      limits: [
        'Scores are 0 or 1, so a single pull says little: with these few prompts hardly anything beyond the LLM averages can be learnt.',
        'Costs are list prices times counted tokens, not bills.',
        'A pull replays the one logged call, so the same prompt and LLM always give the same outcome.',
        NUMBERS_ONLY,
      ],
    },
  },
]

/** A log's roster, families and rows, or null where the log is not on this machine. */
export function readLog(source: LogSource): { llms: Llm[]; families: Family[]; rows: LogRow[] } | null {
  const folder = resolve(LOGS, source.folder)
  if (!existsSync(resolve(folder, 'rows.jsonl'))) return null
  const models: { id: string; price_in_per_1m: number; price_out_per_1m: number }[] = JSON.parse(
    readFileSync(resolve(folder, 'models.json'), 'utf8'),
  )
  const lines = readFileSync(resolve(folder, 'rows.jsonl'), 'utf8').trim().split('\n')
  const rows = lines.map((line): LogRow => {
    const row: { task: string; prompt: string; score: number[]; cost: number[] } = JSON.parse(line)
    return { family: row.task.split('/')[0], text: row.prompt, score: row.score, costUsd: row.cost }
  })
  const families = [...new Set(rows.map(row => row.family))].sort()
  return {
    rows,
    llms: models.map(model => ({
      id: model.id,
      name: displayName(model.id),
      priceInUsdPerMillion: model.price_in_per_1m,
      priceOutUsdPerMillion: model.price_out_per_1m,
    })),
    families: families.map(id => ({
      id,
      name: FAMILY_NAMES[id] ?? sentence(id.replace(/^mmlupro-/, '')),
      outOfDistribution: source.outOfDistribution.includes(id),
    })),
  }
}

const FAMILY_NAMES: Readonly<Record<string, string>> = {
  arc_challenge: 'ARC Challenge',
  bbh: 'BIG-Bench Hard',
  gsm8k: 'GSM8K',
  hellaswag: 'HellaSwag',
  mbpp: 'MBPP',
  mmlu: 'MMLU',
  openbookqa: 'OpenBookQA',
  truthful_qa: 'TruthfulQA',
  winogrande: 'WinoGrande',
}

function sentence(id: string): string {
  const words = id.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** `google/gemini-2.5-pro` -> `gemini-2.5-pro`, without release suffixes. */
function displayName(id: string): string {
  return id
    .replace(/^.*\//, '')
    .replace(/-(instruct|chat)\b.*$|-v0\.\d$|-00\d$|-\d{4}-\d\d-\d\d$|-\d{4}$/g, '')
}
