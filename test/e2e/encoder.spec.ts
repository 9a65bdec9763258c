/** A prompt nobody has seen, through the real encoder on WebAssembly. */
import {
  alert,
  backendPicker,
  badge,
  bars,
  chooseExample,
  chosen,
  copyLink,
  dial,
  holdBack,
  open,
  promptBox,
  setDial,
} from './support/page.ts'
import { expect, test } from './support/test.ts'

test.setTimeout(120_000)

const ENCODED = /Encoded on this device: \d+ tokens/

test('typed words are encoded here and routed, with estimates labelled so', async ({ page }) => {
  await open(page)
  await expect(page.getByText(/need the encoder: \d+ MB/)).toBeVisible()
  const release = await holdBack(page, /model_quantized\.onnx/)
  await promptBox(page).fill('Prove that the square root of two is irrational.')
  await expect(page.getByRole('progressbar')).toBeVisible()
  await expect(page.getByText(/\d+ [kM]B of \d+ MB/)).toBeVisible()
  release()
  await expect(badge(page)).toHaveAttribute('data-backend', 'wasm', { timeout: 60_000 })
  await expect(page.getByText(ENCODED)).toBeVisible()
  await expect(page.getByText('ABOUT', { exact: true })).toBeVisible()

  // The dial answers for it as for any other prompt.
  await setDial(page, 0)
  const atQuality = (await bars(page)).findIndex(row => row.chosen)
  await setDial(page, 100)
  expect((await bars(page)).findIndex(row => row.chosen)).toBeLessThan(atQuality)

  await promptBox(page).fill('')
  await expect(alert(page)).toContainText('Type something, or pick an example')

  await promptBox(page).fill('several words '.repeat(200))
  await expect(page.getByText(/Encoded on this device: .*first 256 tokens/)).toBeVisible()

  await chooseExample(page, 0)
  await expect(page.locator('label[for=prompt]')).toContainText('Example')
  await expect(page.getByText('ABOUT', { exact: true })).toHaveCount(0)
  await expect(chosen(page)).toBeVisible()
})

test('a typed prompt is neither in the link nor in any request', async ({ page, context, requests }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page)
  await promptBox(page).fill('A confidential xylophonicsecret.')
  await expect(page.getByText(ENCODED)).toBeVisible({ timeout: 60_000 })
  const link = decodeURIComponent(await copyLink(page))
  expect(link).toContain('world=routerbench-11')
  expect(link).not.toMatch(/confidential|xylophonicsecret|prompt=/i)
  expect(requests.length).toBeGreaterThan(5)
  expect(requests.filter(url => url.includes('xylophonicsecret'))).toEqual([])
})

test('the download can be cancelled and started again', async ({ page }) => {
  await open(page)
  const release = await holdBack(page, /model_quantized\.onnx/)
  await promptBox(page).fill('First try.')
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await expect(page.getByText(/the encoder: \d+ MB|on this device already/)).toBeVisible()
  await setDial(page, 100)
  await expect(dial(page)).toHaveValue('100')
  release()
  await promptBox(page).fill('Second try.')
  await expect(page.getByText(ENCODED)).toBeVisible({ timeout: 60_000 })
})

test('WebGPU demanded where there is none says why, and WebAssembly can be chosen instead', async ({
  page,
}) => {
  await open(page)
  await backendPicker(page).selectOption('webgpu')
  await promptBox(page).fill('On the graphics card, please.')
  await expect(alert(page)).toContainText(/WebGPU cannot run the encoder: .+/)
  await expect(badge(page)).toHaveCount(0)
  await backendPicker(page).selectOption('wasm')
  await expect(badge(page)).toHaveAttribute('data-backend', 'wasm', { timeout: 60_000 })
  await expect(page.getByText(ENCODED)).toBeVisible()
})
