/** Routers that need no training here, evaluated on held-out prompts. */
import { evaluateFamilies, type FamilyRow } from '../../core/evaluation/families.ts'
import type { HeldOutEvaluation } from '../../core/evaluation/heldOut.ts'
import { policyRouter, type Router, referenceRouters } from '../../core/evaluation/routers.ts'
import { type Evaluation, evaluate } from '../../core/evaluation/sweep.ts'
import { type Message, message, messagesOf } from '../../core/messages/message.ts'
import { createPolicy, type PlainPolicy } from '../../core/policy/policy.ts'
import { knnRouter } from '../../core/routers/knn.ts'
import { readTable } from '../../core/routers/table.ts'
import { rowsOf, type Split, type World } from '../../core/world/world.ts'
import { rest } from '../worker/serve.ts'

/** A router to be made for the prompts of a split. */
interface NamedRouter {
  readonly name: string
  readonly create: (split: Split) => Router
}

/** kNN over the training prompts, for the prompts of one split. */
export function knnReference(world: World, split: Split): Router {
  const table = readTable(world, rowsOf(world, 'train'), world.tauUsd)
  return knnRouter('knn', world, rowsOf(world, split), table)
}

/**
 * A router that cannot be evaluated is among the missing, and the others stand.
 * @param policy one to evaluate beside the references, as router `policy`, or null
 * @throws the signal's reason when aborted
 */
export async function evaluateReferences(
  world: World,
  policy: PlainPolicy | null,
  signal?: AbortSignal,
): Promise<HeldOutEvaluation> {
  const references = referenceRouters(world).map(
    (router): NamedRouter => ({ name: router.name, create: () => router }),
  )
  const walk = policy ? [namedPolicy(world, policy), ...references] : references
  const knn = { name: 'knn', create: (split: Split) => knnReference(world, split) }
  const missing = new Map<string, Message>()
  const note = (router: string, error: unknown) =>
    missing.set(router, message('router-not-evaluated', { router, why: messagesOf(error) }))
  const evaluated = await evaluateWalks(world, [walk, [knn]], note, signal)
  return { ...evaluated, missing: [...missing.values()] }
}

/** A policy alone, as router `policy`. @throws why it cannot be evaluated; the signal's reason when aborted */
export async function evaluatePolicy(
  world: World,
  policy: PlainPolicy,
  signal?: AbortSignal,
): Promise<HeldOutEvaluation> {
  const refuse = (_: string, error: unknown) => {
    throw error
  }
  return { ...(await evaluateWalks(world, [[namedPolicy(world, policy)]], refuse, signal)), missing: [] }
}

function namedPolicy(world: World, { shape, parameters }: PlainPolicy): NamedRouter {
  return { name: 'policy', create: () => policyRouter(world, createPolicy(shape, parameters)) }
}

/**
 * @param walks routers that are evaluated in one walk over the prompts; between two walks messages are let in
 * @param onMissing is told which router cannot be evaluated, and why
 */
async function evaluateWalks(
  world: World,
  walks: readonly (readonly NamedRouter[])[],
  onMissing: (router: string, error: unknown) => void,
  signal: AbortSignal | undefined,
): Promise<Omit<HeldOutEvaluation, 'missing'>> {
  const trainingPrompts = rowsOf(world, 'train').length
  const evaluations: Evaluation[] = []
  const families: FamilyRow[] = []
  for (const split of (['test', 'ood'] as const).filter(split => rowsOf(world, split).length > 0)) {
    const walked: Walked[] = []
    for (const walk of walks) {
      await rest()
      signal?.throwIfAborted()
      walked.push(...evaluateWalk(world, split, walk, onMissing))
    }
    evaluations.push({
      rows: walked.flatMap(({ evaluation }) => evaluation.rows),
      aiq: walked.flatMap(({ evaluation }) => evaluation.aiq),
    })
    families.push(...walked.flatMap(walk => walk.families))
  }
  return { evaluations, families, trainingPrompts }
}

interface Walked {
  readonly evaluation: Evaluation
  readonly families: readonly FamilyRow[]
}

/** All of them at once; where that fails one by one, so that the one at fault is found. */
function evaluateWalk(
  world: World,
  split: Split,
  walk: readonly NamedRouter[],
  onMissing: (router: string, error: unknown) => void,
): Walked[] {
  try {
    const routers = walk.map(({ create }) => create(split))
    return [
      { evaluation: evaluate(world, split, routers), families: evaluateFamilies(world, split, routers) },
    ]
  } catch (error) {
    if (walk.length > 1) return walk.flatMap(router => evaluateWalk(world, split, [router], onMissing))
    for (const { name } of walk) onMissing(name, error)
    return []
  }
}
