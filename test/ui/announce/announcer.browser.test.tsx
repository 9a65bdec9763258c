import { afterEach, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { defaultShape } from '../../../src/core/policy/shape.ts'
import { Announcer } from '../../../src/ui/announce/Announcer.tsx'
import { reportAt } from '../../core/session/training/support.ts'
import { exampleInput } from '../../fixtures/inputs.ts'
import { pointAt } from '../../fixtures/points.ts'
import { boldPolicy } from '../../fixtures/policies.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'
import { emptyPage } from '../support/page.tsx'

afterEach(() => {
  vi.useRealTimers()
})

/** A page whose clock stands, with a list of all that was announced. */
async function listening() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { within, playground, training } = emptyPage()
  const world = tinyWorld()
  const policy = boldPolicy(defaultShape(world.llms.length), 5, 4)
  playground
    .getState()
    .showWorld({ world, policy, source: { kind: 'shipped' }, part: 'whole' }, exampleInput(world, 0))
  const page = await render(within(<Announcer />))
  const region = page.container.querySelector('[role=status]')
  if (!region) throw new Error('There is no live region.')
  const heard: string[] = []
  new MutationObserver(changes => {
    for (const { addedNodes } of changes) for (const node of addedNodes) heard.push(node.textContent ?? '')
  }).observe(region, { childList: true })
  return { playground, training, heard }
}

test('dialling from end to end is one announcement, and after a second the LLM of then', async () => {
  const { playground, heard } = await listening()
  for (let step = 0; step <= 100; step++) {
    playground.getState().setCost(step / 100)
    await Promise.resolve()
  }
  await expect.poll(() => heard).toHaveLength(1)
  const { loaded, routing } = playground.getState()
  const last = routing && loaded?.world.llms[routing.explanation.arm].name
  vi.advanceTimersByTime(1000)
  await expect.poll(() => heard.at(-1)).toBe(`Routed to ${last}.`)
  expect(heard.length).toBeLessThanOrEqual(2)
})

test('the end of a run is announced with its update and its reward', async () => {
  const { training, heard } = await listening()
  training.setState({ status: 'running', report: reportAt(5_900) })
  training.setState({ status: 'finished', report: { ...reportAt(6_000), points: [pointAt(6_000, null)] } })
  vi.advanceTimersByTime(1000)
  await expect.poll(() => heard.join(' ')).toContain('Training ended at update 6,000: reward .30.')
})
