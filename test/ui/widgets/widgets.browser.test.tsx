import { afterEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { ThemeButton } from '../../../src/ui/header/ThemeButton.tsx'
import { Disclosure } from '../../../src/ui/widgets/chart/Disclosure.tsx'
import { LineChart } from '../../../src/ui/widgets/chart/kinds/LineChart.tsx'
import { NumberField } from '../../../src/ui/widgets/NumberField.tsx'

afterEach(() => {
  localStorage.clear()
  delete document.documentElement.dataset.theme
})

test('a number is handed on with Enter, once, and not while it is typed', async () => {
  const commit = vi.fn()
  const page = await render(<NumberField label="Batch" value={32} whole onCommit={commit} />)
  const field = page.getByRole('textbox', { name: 'Batch' })
  await field.fill('64')
  expect(commit).not.toHaveBeenCalled()
  await userEvent.keyboard('{Enter}')
  expect(commit).toHaveBeenCalledExactlyOnceWith(64)
})

test('what is no number is said, is handed on by nothing, and Escape takes it back', async () => {
  const commit = vi.fn()
  const page = await render(<NumberField label="Batch" value={32} whole onCommit={commit} />)
  const field = page.getByRole('textbox', { name: 'Batch' })
  await field.fill('1.5')
  await expect.element(field).toHaveAccessibleDescription('Not a whole number.')
  await userEvent.keyboard('{Enter}')
  await expect.element(field).toHaveValue('1.5')
  await userEvent.keyboard('{Escape}')
  await expect.element(field).toHaveValue('32')
  expect(commit).not.toHaveBeenCalled()
})

test('a detail is built when it is first asked for', async () => {
  const built = vi.fn(() => <p>The detail.</p>)
  const Detail = built
  const page = await render(
    <Disclosure label="why">
      <Detail />
    </Disclosure>,
  )
  expect(built).not.toHaveBeenCalled()
  await page.getByText('why').click()
  await expect.element(page.getByText('The detail.')).toBeVisible()
})

test('the theme goes from the system’s to light to dark and back, and is remembered', async () => {
  const page = await render(<ThemeButton />)
  const button = page.getByRole('button')
  for (const theme of ['light', 'dark']) {
    await button.click()
    await expect.element(button).toHaveTextContent(`Theme: ${theme}`)
    expect(document.documentElement.dataset.theme).toBe(theme)
  }
  await page.unmount()
  const again = await render(<ThemeButton />)
  await expect.element(again.getByRole('button')).toHaveTextContent('Theme: dark')
  await again.getByRole('button').click()
  await expect.element(again.getByRole('button')).toHaveTextContent('Theme: system')
})

test('a chart is read with the arrow keys from its newest point, and lets go when it is left', async () => {
  const line = { name: 'reward', x: [10, 20, 30], y: [0.1, 0.2, 0.3], tone: 'main' as const }
  const page = await render(
    <LineChart
      label="Reward"
      height={120}
      lines={[line]}
      unit="updates"
      format={value => value.toFixed(1)}
    />,
  )
  const chart = page.getByRole('slider', { name: 'Reward: read values with the arrow keys' })
  await expect.element(chart).toHaveAttribute('aria-valuetext', 'No value is read.')
  await userEvent.tab()
  await expect.element(chart).toHaveFocus()
  await expect.element(chart).toHaveAttribute('aria-valuetext', '30 updates: reward 0.3')
  await userEvent.keyboard('{ArrowLeft}')
  await expect.element(chart).toHaveAttribute('aria-valuetext', '20 updates: reward 0.2')
  await userEvent.keyboard('{Home}')
  await expect.element(chart).toHaveAttribute('aria-valuetext', '10 updates: reward 0.1')
  await userEvent.tab()
  await expect.element(chart).toHaveAttribute('aria-valuetext', 'No value is read.')
})
