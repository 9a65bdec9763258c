import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import CompareSection from '../../../src/ui/compare/CompareSection.tsx'
import { emptyPage } from '../support/page.tsx'

test('among the tabs arrows go round, and Home and End go to the ends and stay there', async () => {
  const page = await render(emptyPage().within(<CompareSection />))
  await page.getByRole('tab', { name: 'Families it trains on' }).click()
  const chosen = () => page.getByRole('tab', { selected: true }).element().textContent
  const after: (string | null)[] = []
  for (const key of ['Home', 'End', 'End', 'ArrowRight', 'ArrowLeft', 'Home']) {
    await userEvent.keyboard(`{${key}}`)
    after.push(chosen())
  }
  const [first, last] = ['Families it trains on', 'Unseen families']
  expect(after).toEqual([first, last, last, first, last, first])
})
