import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { RoundView } from '../../../src/core/evaluation/curve.ts'
import { defaultShape } from '../../../src/core/policy/shape.ts'
import { FeedbackTable } from '../../../src/ui/train/batch/FeedbackTable.tsx'
import { exampleInput } from '../../fixtures/inputs.ts'
import { boldPolicy } from '../../fixtures/policies.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'
import { emptyPage } from '../support/page.tsx'

/** The middle LLM was lucky: it drew far more than was to be expected, and more than the best is expected to earn. */
const ROUND: RoundView = {
  prompt: 'sums/1',
  text: 'How many?',
  wc: 0.3,
  arm: 1,
  advantage: 0.1,
  probabilities: [0.1, 0.7, 0.2],
  quality: 1,
  costUsd: 0.0017,
  reward: 0.937,
  hidden: [
    { quality: 0.2, costUsd: 0.0001, reward: 0.14 },
    { quality: 0.9, costUsd: 0.002, reward: 0.556 },
    { quality: 1, costUsd: 0.0005, reward: 0.681 },
  ],
}

async function table(width: number, peek: boolean) {
  await page.viewport(width, 700)
  const { within, playground } = emptyPage()
  const world = tinyWorld()
  const policy = boldPolicy(defaultShape(world.llms.length), 5, 4)
  const loaded = { world, policy, source: { kind: 'shipped' }, part: 'whole' } as const
  playground.getState().showWorld(loaded, exampleInput(world, 0))
  const { container } = await render(within(<FeedbackTable rounds={[ROUND]} peek={peek} />))
  const dense = width < 472
  await expect.poll(() => container.querySelector('table')?.classList.contains('dense')).toBe(dense)
  const row = container.querySelector('tbody tr')
  return { container, texts: [...(row?.querySelectorAll('td') ?? [])].map(cell => cell.textContent ?? '') }
}

test('peeked: expected rewards beside the drawn one, and a regret that is the difference of two figures shown', async () => {
  const { container, texts } = await table(900, true)
  expect(texts).toEqual(['.30', '.14', '.94expected .56', '.68', '.94', '.12'])
  expect(container.querySelectorAll('td.best')).toHaveLength(1)
  expect(container.querySelector('.feedback-legend')?.textContent).toContain('best expected reward')
})

test('peeked without room for figures: what was drawn, expected, best and given up stand in columns', async () => {
  const { container, texts } = await table(400, true)
  expect(texts.slice(-4)).toEqual(['.94', '.56', '.68', '.12'])
  const heads = [...container.querySelectorAll('thead th')].slice(-4).map(head => head.textContent)
  expect(heads).toEqual(['drawn', 'expected', 'best', 'regret'])
})

test('not peeked, nothing but the pulled cell and its reward is there to read, with the units of its figures', async () => {
  const { container, texts } = await table(900, false)
  expect(texts).toEqual(['.30', 'unseen', '.941.00 $1.7', 'unseen', '.94', ''])
  expect(container.querySelector('.feedback-legend')?.textContent).toContain(
    'score (0 to 1) and $ per 1,000 prompts',
  )
  expect(container.querySelectorAll('td.best')).toHaveLength(0)
})
