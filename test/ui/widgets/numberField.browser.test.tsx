import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { NumberField } from '../../../src/ui/widgets/NumberField.tsx'
import { emptyPage } from '../support/page.tsx'

/** A field for whole numbers from -10 to 10, and what was committed. */
async function field() {
  const { within } = emptyPage()
  const committed: number[] = []
  const page = await render(
    within(
      <NumberField
        label="Seed"
        value={1}
        whole
        min={-10}
        max={10}
        onCommit={value => committed.push(value)}
      />,
    ),
  )
  return { page, input: page.getByLabelText('Seed'), committed }
}

test('a number below zero is committed', async () => {
  const { input, committed } = await field()
  await userEvent.fill(input, '-5')
  await userEvent.keyboard('{Enter}')
  expect(committed).toEqual([-5])
})

test('a number beyond the bounds is refused where it is typed, and the bounds are said', async () => {
  const { page, input, committed } = await field()
  await userEvent.fill(input, '11')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('From -10 to 10.')).toBeVisible()
  await expect.element(input).toHaveAttribute('aria-invalid', 'true')
  expect(committed).toEqual([])
})
