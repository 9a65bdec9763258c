/** The real encoder on a software WebGPU adapter: slow, and right. */
import { backendPicker, badge, open, promptBox } from './support/page.ts'
import { expect, test } from './support/test.ts'

test('a typed prompt is encoded on WebGPU and routed', async ({ page }) => {
  test.setTimeout(300_000)
  await open(page)
  await backendPicker(page).selectOption('webgpu')
  await promptBox(page).fill('Hello')
  await expect(badge(page)).toHaveAttribute('data-backend', 'webgpu', { timeout: 200_000 })
  await expect(page.getByText(/Encoded on this device: \d+ tokens/)).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('ABOUT', { exact: true })).toBeVisible()
})
