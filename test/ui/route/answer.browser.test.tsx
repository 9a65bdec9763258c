import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { defaultShape } from '../../../src/core/policy/shape.ts'
import '../../../src/ui/styles/page.css'
import { Answer } from '../../../src/ui/route/Answer.tsx'
import { exampleInput } from '../../fixtures/inputs.ts'
import { boldPolicy } from '../../fixtures/policies.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'
import { emptyPage } from '../support/page.tsx'

/** The answer to words of one's own that are no English. */
async function answer() {
  const { within, playground, encoder } = emptyPage()
  const world = tinyWorld()
  const policy = boldPolicy(defaultShape(world.llms.length), 5, 4)
  const input = exampleInput(world, 0)
  const loaded = { world, policy, source: { kind: 'shipped' }, part: 'whole' } as const
  playground.getState().showWorld(loaded, input)
  const estimate = { n: 20, nearest: 0.4, farthest: 0.2 }
  const own = {
    kind: 'own',
    text: 'Hvorfor?',
    tokens: 5,
    truncated: false,
    estimate,
    doubts: [{ kind: 'language' }],
  } as const
  playground.getState().routePrompt({ ...input, prompt: own })
  encoder.setState({ draft: own.text })
  const { container } = await render(within(<Answer />))
  const part = (id: string) => container.querySelector<HTMLElement>(`[data-part="${id}"]`)
  return { encoder, part, text: () => container.querySelector('.answer')?.textContent ?? '' }
}

test('a doubt stands in the answer of the words it is of, and not once others are typed', async () => {
  const { encoder, part, text } = await answer()
  expect(part('answer')?.dataset.state).toBe('fresh')
  expect(part('prompt-warning')?.textContent).toBe('A guess: no common English word in it.')
  encoder.setState({ draft: 'Why is it so?' })
  await expect.poll(() => part('answer')?.dataset.state).toBe('stale')
  expect(part('prompt-warning')?.textContent).toBe('')
  expect(text()).toMatch(/^This answers the prompt before\. .*score about/)
})

test('what is missing is told in the ink of the page, what is stale is not', async () => {
  const { encoder, part } = await answer()
  encoder.setState({ draft: '' })
  await expect.poll(() => part('answer')?.dataset.state).toBe('stale')
  const colours = ['.stale-note', 'p strong:not(.stale-note)'].map(selector => {
    const element = part('answer')?.querySelector(selector)
    return element ? getComputedStyle(element).color : ''
  })
  expect(new Set(colours).size).toBe(2)
})
