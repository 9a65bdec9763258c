/** The simulated world: prompts of our own, outcomes fitted to RouterBench's published figures. */
import type { ManifestEntry } from '../../core/world/manifest.ts'
import { generateRouterBench } from '../../core/world/routerbench/generate.ts'
import { type DataCard, promptName } from '../../core/world/world.ts'
import { embedTexts } from '../encoder/embedTexts.ts'
import { say } from '../support/say.ts'
import { readPrompts } from './promptSources.ts'
import { writeWithGallery } from './writeWithGallery.ts'

const SEED = 11

/** @throws Error without the encoder */
export async function buildRouterBench(): Promise<ManifestEntry> {
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
  return writeWithGallery({ ...world, texts }, row => prompts[row].written)
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
