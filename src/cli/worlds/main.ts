/** `npm run build-worlds`: prompts and logs in, public/worlds out. Deterministic: same input, same bytes. */

import type { ManifestEntry } from '../../core/world/manifest.ts'
import { createMeasuredWorld, restrictWorld } from '../../core/world/measured.ts'
import { generateRouterBench } from '../../core/world/routerbench/generate.ts'
import { type DataCard, promptName, TRAIN, type World } from '../../core/world/world.ts'
import { say } from '../support/say.ts'
import { readManifest, writeManifest, writeWorld } from '../support/worldFiles.ts'
import { embedTexts } from './embedTexts.ts'
import { LOG_SOURCES, type LogSource, readLog } from './logSources.ts'
import { readPrompts } from './promptSources.ts'

const SEED = 11
/** Prompts a family shows on the first screen. */
const GALLERY_PER_FAMILY = 12

async function buildRouterBench(): Promise<ManifestEntry> {
  const prompts = readPrompts()
  say(
    `routerbench-11: ${prompts.length} prompts, ${prompts.filter(p => p.written).length} of them written one by one`,
  )
  const { embeddings, tokens } = await embedTexts(
    prompts.map(p => p.text),
    'q8',
    say,
  )
  const sources = prompts.map((prompt, i) => ({ ...prompt, tokens: tokens[i] }))
  const written = prompts.filter(p => p.written).length
  const world = generateRouterBench(sources, embeddings, routerBenchCard(prompts.length, written), SEED)
  const texts = Object.fromEntries(
    prompts.flatMap((prompt, i) => (prompt.written ? [[promptName(world, i), prompt.text]] : [])),
  )
  return write({ ...world, texts }, row => prompts[row].written)
}

function routerBenchCard(n: number, written: number): DataCard {
  return {
    provenance: 'simulated',
    summary: `Eleven LLMs of RouterBench on ${n.toLocaleString('en')} prompts of our own (${written} written one by one, the rest combined from templates). Outcomes are drawn from an item-response model fitted to published figures.`,
    source:
      'Means per LLM, oracle scores, correlations and costs: RouterBench (arXiv 2403.12031). Prompts: ours. List prices as published with RouterBench.',
    licence: 'Prompts and outcomes: Apache-2.0, with this project.',
    limits: [
      'No LLM answered these prompts. A cell is: score = mark with probability p(prompt, LLM), cost = list price x tokens.',
      'Test and validation cells are drawn once and fixed, as in a logged benchmark; a training pull draws afresh from its cell, so that a small set of prompts is not learnt by heart.',
      'How hard a prompt is for all LLMs follows the difficulty its author gave it (correlation .85); how hard for one LLM follows its topic, along a random direction of the embedding space (.85 too); the rest is chance.',
      'Science, pronouns and Python follow few-shot figures over all prompts; knowledge and commonsense follow a 1 % 0-shot sample (90 to 138 prompts), where low scores of Llama 2, Code Llama and Mistral are answer-format failures; maths follows the full 0-shot file for scores, the sample (78 prompts) for costs and correlations.',
      'For chat, grounded answers and multi-hop no figure per LLM is published: overall scores are moved to the family mean (.629, .400; .500 assumed), correlations are those of Python, token counts are assumed.',
      'Few-shot families carry the tokens of their worked examples in every prompt: costs are those of the benchmark, not of a bare question.',
      'In the maths family a right answer earns a mark below 1, since even the published oracle stays at .75.',
    ],
  }
}

async function buildMeasured(source: LogSource): Promise<ManifestEntry | null> {
  const parsed = readLog(source)
  if (!parsed) {
    const built = readManifest().worlds.find(world => world.id === source.id) ?? null
    say(
      `${source.id}: the log is not on this machine; ${built ? 'the built files in public/worlds stay' : 'no built files either, left out'}.`,
    )
    return built
  }
  say(`${source.id}: ${parsed.rows.length} prompts x ${parsed.llms.length} LLMs`)
  const { embeddings } = await embedTexts(
    parsed.rows.map(row => row.text),
    'q8',
    say,
  )
  return write(createMeasuredWorld({ ...source, ...parsed, embeddings }), () => true)
}

/** Writes a world and its gallery: the first few held-out prompts of every family that may be shown. */
function write(world: World, showable: (row: number) => boolean): ManifestEntry {
  const gallery: number[] = []
  for (let family = 0; family < world.families.length; family++) {
    const rows = Array.from({ length: world.size }, (_, row) => row).filter(
      row => world.family[row] === family && showable(row) && world.split[row] !== TRAIN,
    )
    gallery.push(...rows.slice(0, GALLERY_PER_FAMILY))
  }
  const texts = Object.fromEntries(
    gallery.flatMap(row => {
      const name = promptName(world, row)
      return name in world.texts ? [[name, world.texts[name]]] : []
    }),
  )
  return writeWorld(world, restrictWorld(world, gallery, texts))
}

const worlds = [await buildRouterBench()]
for (const source of LOG_SOURCES) {
  const entry = await buildMeasured(source)
  if (entry) worlds.push(entry)
}
writeManifest({ worlds })
for (const { id, whole, gallery } of worlds) {
  const size = (files: typeof whole) => Math.round((files.header.bytes + files.columns.bytes) / 1000)
  say(`${id}: ${size(whole)} kB, first screen ${size(gallery)} kB`)
}
