import { type ComponentType, useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { WithSectionLinks } from '../../../src/ui/sections/SectionLink.tsx'
import { Sections } from '../../../src/ui/sections/Sections.tsx'
import { type Section, SectionsContext } from '../../../src/ui/sections/section.ts'

/** Stands for a training that runs: what it has counted is lost if it is ever built anew. */
function Run() {
  const [updates, setUpdates] = useState(0)
  return (
    <button type="button" onClick={() => setUpdates(updates + 1)}>
      {updates} updates
    </button>
  )
}

function section(id: string, title: string, load: Section['load']): Section {
  return { id, title, room: 4, load }
}

const arrives = (Content: ComponentType) => async () => ({ default: Content })
const training = section('run', 'Run', arrives(Run))

afterEach(() => vi.restoreAllMocks())

test('a section that cannot be fetched says so in its own frame, and what runs beside it goes on', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const lost = section('lost', 'Lost', async () => {
    throw new TypeError('Failed to fetch dynamically imported module')
  })
  const page = await render(<Sections sections={[training, lost]} />)
  await page.getByRole('button', { name: '0 updates' }).click()
  const frame = page.getByRole('region', { name: 'Lost' })
  await expect.element(frame.getByRole('alert')).toHaveTextContent('“Lost” could not be shown')
  await frame.getByRole('button', { name: 'Try again' }).click()
  await expect.element(frame.getByRole('link', { name: 'open it afresh' })).toBeVisible()
  await expect.element(page.getByRole('button', { name: '1 updates' })).toBeVisible()
})

test('a section that could not be fetched is there once it can be', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  let asked = 0
  const late = section('late', 'Late', async () => {
    asked++
    if (asked === 1) throw new TypeError('offline')
    return { default: () => <p>Here it is.</p> }
  })
  const page = await render(<Sections sections={[late]} />)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect.element(page.getByText('Here it is.')).toBeVisible()
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
  expect(asked).toBe(2)
})

test('a section is fetched under another address where the browser remembers that the first one failed', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const { href } = new URL('../../../src/ui/method/MethodSection.tsx', import.meta.url)
  const remembered = section('method', 'Method', async () => {
    throw new TypeError(`error loading dynamically imported module: ${href.split('?')[0]}`)
  })
  const page = await render(<Sections sections={[remembered]} />)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect.element(page.getByRole('link', { name: 'arXiv 2510.07429' })).toBeVisible()
})

test('a section that breaks while it is drawn takes no other with it', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const broken = section(
    'broken',
    'Broken',
    arrives(() => {
      throw new Error('no such column')
    }),
  )
  const page = await render(<Sections sections={[broken, training]} />)
  await expect.element(page.getByRole('alert')).toHaveTextContent('no such column')
  await expect.element(page.getByRole('button', { name: '0 updates' })).toBeVisible()
})

test('one more section is one more entry: it is framed and found by its part', async () => {
  const more = section(
    'more',
    'One more',
    arrives(() => <p>Its content.</p>),
  )
  const page = await render(<Sections sections={[training, more]} />)
  await expect.element(page.getByText('Its content.')).toBeVisible()
  expect(page.container.querySelector('[data-part=more] h2')?.textContent).toBe('One more')
  expect(page.container.querySelector('[data-part=more] p')?.textContent).toBe('Its content.')
})

test('a sentence that names a section by its title links to it, and leaves the address alone', async () => {
  const page = await render(
    <SectionsContext value={[training]}>
      <p>
        <WithSectionLinks text="Look under “Run” and not under “nowhere”." />
      </p>
      <Sections sections={[training]} />
    </SectionsContext>,
  )
  const address = location.href
  await page.getByRole('link', { name: 'Run' }).click()
  await expect.element(page.getByRole('heading', { name: 'Run' })).toHaveFocus()
  expect(page.container.querySelectorAll('a')).toHaveLength(1)
  expect(location.href).toBe(address)
})
