import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { Settings } from '../../../src/ui/train/settings/Settings.tsx'
import { emptyPage } from '../support/page.tsx'

test('a view that hides the presets leaves the way to the settings', async () => {
  const { page: view, within } = emptyPage()
  view.setState({ hidden: ['presets'] })
  const page = await render(within(<Settings />))
  const isHidden = (name: string) => page.getByText(name).element().closest('[hidden]') !== null
  expect(isHidden('Back to defaults')).toBe(true)
  expect(isHidden('Settings')).toBe(false)
})
