import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import type { PartialView } from '../../../src/core/view/view.ts'
import { SectionLink } from '../../../src/ui/sections/SectionLink.tsx'
import { emptyPage } from '../support/page.tsx'

test('a link to a section is a step of the view, and brings its heading into view', async () => {
  const stage = emptyPage()
  const asked: PartialView[] = []
  stage.actions.applyView = change => asked.push(change)
  const page = await render(
    stage.within(
      <>
        <SectionLink to="log">Your log</SectionLink>
        <div style={{ height: '300vh' }} />
        <section id="log">
          <h2 id="log-title" tabIndex={-1}>
            Log
          </h2>
        </section>
      </>,
    ),
  )
  await page.getByRole('link', { name: 'Your log' }).click()
  expect(asked).toEqual([{ open: ['log'] }])
  await expect.element(page.getByRole('heading')).toHaveFocus()
  await expect.element(page.getByRole('heading')).toBeInViewport()
  expect(location.hash).not.toContain('log')
})
