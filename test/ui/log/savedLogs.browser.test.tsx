import { expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { SavedLogs } from '../../../src/ui/log/SavedLogs.tsx'
import { emptyPage } from '../support/page.tsx'

test('a kept log is deleted only after the question is answered', async () => {
  const { within, ...empty } = emptyPage()
  const remove = vi.spyOn(empty.actions.log, 'remove')
  empty.log.setState({
    kept: [{ id: 'log-1', title: 'Mine', prompts: 2, llms: 2, bytes: 1000, savedAt: 0 }],
  })
  const page = await render(within(<SavedLogs />))
  await page.getByRole('button', { name: 'Delete… Mine' }).click()
  await page.getByRole('button', { name: 'Keep it' }).click()
  expect(remove).not.toHaveBeenCalled()
  await page.getByRole('button', { name: 'Delete… Mine' }).click()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  expect(remove).toHaveBeenCalledExactlyOnceWith('log-1')
})

test('where nothing is kept, nothing stands there', async () => {
  const { within } = emptyPage()
  const page = await render(within(<SavedLogs />))
  expect(page.container.textContent).toBe('')
})
