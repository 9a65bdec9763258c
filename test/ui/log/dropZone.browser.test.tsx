import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { StoresAndActionsContext } from '../../../src/ui/context.ts'
import { DropZone } from '../../../src/ui/log/DropZone.tsx'
import { emptyPage } from '../support/page.tsx'

/** The zone, and the names of what was dropped on it. */
async function dropZone() {
  const empty = emptyPage()
  const chosen: string[] = []
  const log = {
    ...empty.actions.log,
    choose: (files: readonly File[]) => void chosen.push(...files.map(({ name }) => name)),
  }
  const page = await render(
    <StoresAndActionsContext value={{ ...empty, actions: { ...empty.actions, log } }}>
      <DropZone />
    </StoresAndActionsContext>,
  )
  return { zone: page.getByTestId('drop-zone').element(), chosen }
}

/** Sends a drag over an element, or its drop. @returns whether the page took it from the browser */
function send(type: 'dragover' | 'drop', target: Element, what: 'file' | 'text' | 'link'): boolean {
  const dataTransfer = new DataTransfer()
  if (what === 'file') dataTransfer.items.add(new File(['prompt,a,b'], 'log.csv'))
  if (what === 'text') dataTransfer.setData('text/plain', 'a sentence')
  if (what === 'link') dataTransfer.setData('text/uri-list', 'https://example.org/')
  return !target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
}

test('files dropped on the zone are chosen, and it shows when they are over it', async () => {
  const { zone, chosen } = await dropZone()
  expect(send('dragover', zone, 'file')).toBe(true)
  await expect.element(zone).toHaveClass('over')
  expect(send('drop', zone, 'file')).toBe(true)
  await expect.element(zone).not.toHaveClass('over')
  expect(chosen).toEqual(['log.csv'])
})

test('a file dropped beside the zone does not take the page’s place', async () => {
  const { chosen } = await dropZone()
  expect(send('dragover', document.body, 'file')).toBe(true)
  expect(send('drop', document.body, 'file')).toBe(true)
  expect(chosen).toEqual([])
})

test.each(['text', 'link'] as const)(
  'a %s dragged over the zone or beside it stays the browser’s',
  async what => {
    const { zone, chosen } = await dropZone()
    for (const target of [zone, document.body]) {
      expect(send('dragover', target, what)).toBe(false)
      expect(send('drop', target, what)).toBe(false)
    }
    await expect.element(zone).not.toHaveClass('over')
    expect(chosen).toEqual([])
  },
)
