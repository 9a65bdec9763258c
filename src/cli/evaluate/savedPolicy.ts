/** A saved policy as a router of any log with the same LLMs. */
import { readFileSync } from 'node:fs'
import type { Router } from '../../core/evaluation/routers.ts'
import { ruleRouter } from '../../core/evaluation/routers.ts'
import { Problem } from '../../core/messages/message.ts'
import { policyRule } from '../../core/policy/dial.ts'
import type { World } from '../../core/world/world.ts'
import { decodePolicyFile } from '../../share/files/policyFile.ts'
import { createWording } from '../../ui/words/words.ts'
import { sha256 } from '../support/worldFiles.ts'
import { BadInput } from './options.ts'

/**
 * Its LLMs are found among the log's by name, whatever their order.
 * @throws BadInput for a file that cannot be read, or a policy of LLMs that the log does not have
 */
export async function savedPolicyRouter(path: string, world: World): Promise<Router> {
  const { header, policy } = await readPolicyFile(path)
  const places = header.roster.map(id => world.llms.findIndex(llm => llm.id === id))
  const missing = header.roster.filter((_, arm) => places[arm] < 0)
  if (missing.length > 0) throw new BadInput(`The policy routes to ${missing.join(', ')}: not in the log.`)
  const rule = policyRule(policy)
  return ruleRouter('policy', world, embedding => Array.from(rule(embedding), arm => places[arm]))
}

async function readPolicyFile(path: string) {
  try {
    const bytes = Uint8Array.from(readFileSync(path))
    return await decodePolicyFile(bytes, null, async part => sha256(part))
  } catch (error) {
    if (error instanceof Problem) throw new BadInput(createWording('en').sayAll(error.said))
    throw new BadInput(`There is no policy file ${path}.`)
  }
}
