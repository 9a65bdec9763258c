import { expect, test } from 'vitest'
import { preferenceOfCost } from '../../src/core/bandit/preference.ts'
import { argmax } from '../../src/core/math/statistics.ts'
import { spectrum } from '../../src/core/policy/dial.ts'
import { explain } from '../../src/core/policy/explain.ts'
import { promptPreactivation, route } from '../../src/core/policy/forward.ts'
import { defaultShape } from '../../src/core/policy/shape.ts'
import { DEFAULT_VIEW } from '../../src/core/view/view.ts'
import { restrictWorld } from '../../src/core/world/measured.ts'
import { createPlayground } from '../../src/store/playground.ts'
import { exampleInput } from '../fixtures/inputs.ts'
import { boldPolicy } from '../fixtures/policies.ts'
import { tinyWorld } from '../fixtures/worlds.ts'

const world = tinyWorld()
const gallery = restrictWorld(world, [0, 1, 2, 3], {})
/** Chooses each of the three LLMs somewhere on the dial for the first prompts. */
const policy = boldPolicy(defaultShape(3), 5, 4)

const input = (row: number) => exampleInput(world, row)

/** What a routing must be, worked out afresh. */
function expectFreshRouting(playground: ReturnType<typeof createPlayground>, row: number) {
  const { w, routing } = playground.getState()
  const { embedding, outcomes, prompt } = input(row)
  const probabilities = route(policy, embedding, w)
  const rows = spectrum(policy, promptPreactivation(policy, embedding))
  expect(routing?.prompt).toEqual(prompt)
  expect(routing?.activations.probabilities).toEqual(probabilities)
  expect(routing?.spectrum).toEqual(rows)
  expect(routing?.explanation).toEqual(explain(probabilities, outcomes, rows, w, world.tauUsd))
}

function shown() {
  const playground = createPlayground()
  playground
    .getState()
    .showWorld({ world: gallery, policy, source: { kind: 'shipped' }, part: 'gallery' }, input(0))
  return playground
}

test('a fresh page waits for a world, with the dial at its default', () => {
  const { loaded, routing, loading, w } = createPlayground().getState()
  expect([loaded, routing, loading?.kind]).toEqual([null, null, 'busy'])
  expect(w).toEqual(preferenceOfCost(DEFAULT_VIEW.wc))
})

test('showing a world routes its prompt at once and ends the wait', () => {
  const playground = shown()
  expect(playground.getState().loading).toBeNull()
  expectFreshRouting(playground, 0)
})

test('moving the dial moves activations and explanation at once, as routing afresh would', () => {
  const playground = shown()
  const arms = new Set<number>()
  for (const wc of [0, 0.17, 0.5, 0.83, 1]) {
    playground.getState().setCost(wc)
    expect(playground.getState().w).toEqual(preferenceOfCost(wc))
    expectFreshRouting(playground, 0)
    const { routing } = playground.getState()
    if (routing) arms.add(argmax(routing.activations.probabilities))
  }
  expect(arms).toEqual(new Set([0, 1, 2]))
})

test('the dial is rounded to its steps and held within its ends', () => {
  const playground = shown()
  for (const [given, wc] of [
    [0.333, 0.33],
    [-4, 0],
    [9, 1],
  ]) {
    playground.getState().setCost(given)
    expect(playground.getState().w.cost).toBe(wc)
  }
})

test('the dial can be set before there is a world, and is kept when one comes', () => {
  const playground = createPlayground()
  playground.getState().setCost(0.75)
  expect(playground.getState().routing).toBeNull()
  playground.getState().showWorld({ world, policy, source: { kind: 'shipped' }, part: 'whole' }, input(3))
  expect(playground.getState().w.cost).toBe(0.75)
  expectFreshRouting(playground, 3)
})

test('another prompt is routed at the dial as it stands', () => {
  const playground = shown()
  playground.getState().setCost(0.9)
  playground.getState().routePrompt(input(2))
  expectFreshRouting(playground, 2)
})

test('a prompt without a world is not routed', () => {
  const playground = createPlayground()
  playground.getState().routePrompt(input(2))
  expect(playground.getState().routing).toBeNull()
})

test('completing the world swaps the gallery for all of it and leaves the routing alone', () => {
  const playground = shown()
  const { routing } = playground.getState()
  playground.getState().completeWorld(world)
  expect(playground.getState().loaded).toEqual({ world, policy, source: { kind: 'shipped' }, part: 'whole' })
  expect(playground.getState().routing).toBe(routing)
})

test('a gallery that comes after all prompts takes none of them away', () => {
  const playground = shown()
  const { loaded } = playground.getState()
  playground.getState().completeWorld(world)
  playground.getState().completeWorld(loaded?.world ?? world, 'gallery')
  expect(playground.getState().loaded).toMatchObject({ part: 'whole', world })
})

test('a whole world that comes after another was shown is dropped', () => {
  const playground = shown()
  const { loaded } = playground.getState()
  playground.getState().completeWorld({ ...world, id: 'elsewhere' })
  expect(playground.getState().loaded).toBe(loaded)
})

test('a new world puts out the light of the old one', () => {
  const playground = shown()
  playground.getState().light(2)
  expect(playground.getState().lit).toBe(2)
  playground.getState().showWorld({ world, policy, source: { kind: 'shipped' }, part: 'whole' }, input(1))
  expect(playground.getState().lit).toBeNull()
})
