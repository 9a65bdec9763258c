/** The header of a policy, shipped or saved. */
import * as v from 'valibot'
import { HEADS } from '../core/experiment/options.ts'
import { POLICY_FORMAT, type PolicyHeader } from '../core/policy/policyHeader.ts'
import type { PolicyShape } from '../core/policy/shape.ts'
import { EMBEDDING_SIZE } from '../core/world/world.ts'
import { form, Id, list, MAX_ARMS, mean, Reward, Roster, Seed, Step, text, whole } from './figures.ts'
import { Settings } from './settings.ts'

const MAX_WIDTH = 4096
const MAX_CURVE = 10_000

/** Mean entropy in nats: that of many more LLMs than there can be. */
export const Entropy = mean(0, 64)

export const Shape: v.GenericSchema<unknown, PolicyShape> = v.object({
  embedding: whole(EMBEDDING_SIZE, EMBEDDING_SIZE),
  preferenceHidden: whole(0, MAX_WIDTH),
  preference: whole(1, MAX_WIDTH),
  head: v.picklist(HEADS),
  hidden: whole(0, MAX_WIDTH),
  arms: whole(1, MAX_ARMS),
})

export const Header: v.GenericSchema<unknown, PolicyHeader> = v.object({
  format: v.literal(POLICY_FORMAT),
  world: Id,
  roster: Roster,
  shape: Shape,
  settings: Settings,
  seed: Seed,
  backend: text(32),
  bestStep: Step,
  curve: list(v.object({ step: Step, reward: Reward, entropy: Entropy, validation: Reward }), MAX_CURVE),
  sha256: form(/^[0-9a-f]{0,64}$/),
})
