import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import type { PartialView } from '../../../src/core/view/view.ts'
import { Badges } from '../../../src/ui/train/Badges.tsx'
import { emptyPage } from '../support/page.tsx'

async function shown(settings: PartialView, locked: readonly string[] = []) {
  const stage = emptyPage()
  const asked: PartialView[] = []
  stage.actions.applyView = change => asked.push(change)
  const { seed = 1, start = 'scratch', ...training } = settings
  stage.training.setState(state => ({ settings: { ...state.settings, ...training }, seed, start }))
  stage.page.setState({ locked })
  return { page: await render(stage.within(<Badges />)), asked }
}

test('nothing is worn while all is as by default', async () => {
  const { page } = await shown({})
  expect(page.container.querySelectorAll('li')).toHaveLength(0)
})

test('a badge says the setting, its value and the default, and sets it back', async () => {
  const { page, asked } = await shown({ entropyWeight: 0.2 })
  expect(page.container.textContent).toContain('entropy weight 0.2 nats (default 0.05)')
  await page.getByRole('button', { name: 'Set entropy weight back to 0.05' }).click()
  expect(asked).toEqual([{ entropyWeight: 0.05 }])
  expect(page.container.textContent).not.toContain('back to defaults')
})

test('several can be set back at once: choices, families, seed and start by their words', async () => {
  const { page, asked } = await shown({
    head: 'linear',
    skippedFamilies: ['law'],
    seed: 7,
    start: 'shipped',
  })
  for (const said of [
    'decision head linear',
    'families left out law (default none)',
    'seed 7',
    'the shipped policy',
  ])
    expect(page.container.textContent).toContain(said)
  await page.getByRole('button', { name: 'All 4 back to defaults' }).click()
  expect(asked[0]).toMatchObject({ head: 'mlp', skippedFamilies: [], seed: 1, start: 'scratch' })
})

test('what a view has locked is said, and not set back', async () => {
  const { page } = await shown({ seed: 7, entropyWeight: 0 }, ['seed'])
  expect(page.container.textContent).toContain('seed 7')
  expect(page.container.querySelectorAll('button')).toHaveLength(1)
})
