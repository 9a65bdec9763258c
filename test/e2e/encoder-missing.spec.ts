import { alert, badge, chooseExample, chosen, open, promptBox, setDial } from './support/page.ts'
import { CUT_OFF, expect, test } from './support/test.ts'

test.use({ tolerated: CUT_OFF })
test.setTimeout(120_000)

const WEIGHTS_ANYWHERE = /\/encoder\/|huggingface\.co|hf\.co/

test('without the encoder’s files the examples still work, and trying again succeeds once they are back', async ({
  page,
}) => {
  await page.route(WEIGHTS_ANYWHERE, route => route.abort())
  await open(page)
  await promptBox(page).fill('Nobody can encode this.')
  await expect(alert(page)).toContainText('could not be fetched')
  await expect(alert(page)).toContainText('example prompts still work')
  await expect(badge(page)).toHaveCount(0)

  await chooseExample(page, 2)
  await expect(page.locator('label[for=prompt]')).toContainText('Example')
  await setDial(page, 100)
  await expect(chosen(page)).toBeVisible()

  await promptBox(page).fill('Now it can be encoded.')
  await page.unroute(WEIGHTS_ANYWHERE)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(badge(page)).toHaveAttribute('data-backend', 'wasm', { timeout: 60_000 })
  await expect(page.getByText(/Encoded on this device/)).toBeVisible()
})

test('damaged weights are refused, never used', async ({ page }) => {
  await page.route(/huggingface\.co|hf\.co/, route => route.abort())
  await page.route(/model_quantized\.onnx/, route => route.fulfill({ body: 'not the weights' }))
  await open(page)
  await promptBox(page).fill('Encode this.')
  await expect(alert(page)).toContainText('could not be fetched')
  await expect(badge(page)).toHaveCount(0)
})
