import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { defaultShape } from '../../../src/core/policy/shape.ts'
import { Dial } from '../../../src/ui/dial/Dial.tsx'
import { Spectrum } from '../../../src/ui/dial/Spectrum.tsx'
import { exampleInput } from '../../fixtures/inputs.ts'
import { boldPolicy } from '../../fixtures/policies.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'
import { emptyPage } from '../support/page.tsx'

/** A dial and a spectrum of 1,000 px over a prompt that is routed. */
async function dialAndSpectrum() {
  const { within, ...empty } = emptyPage()
  const world = tinyWorld()
  const policy = boldPolicy(defaultShape(world.llms.length), 5, 4)
  empty.playground
    .getState()
    .showWorld({ world, policy, source: { kind: 'shipped' }, part: 'whole' }, exampleInput(world, 0))
  const page = await render(
    within(
      <div style={{ width: 1000 }}>
        <Dial />
        <Spectrum />
      </div>,
    ),
  )
  return { page, playground: empty.playground }
}

test('the arrow keys move the dial by one per cent, and its value is said in words', async () => {
  const { page, playground } = await dialAndSpectrum()
  const dial = page.getByRole('slider', { name: 'Preference: quality against saving' })
  playground.getState().setCost(0.4)
  await userEvent.tab()
  await expect.element(dial).toHaveFocus()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  expect(playground.getState().w.cost).toBeCloseTo(0.42, 10)
  const { loaded, routing } = playground.getState()
  const llm = routing && loaded?.world.llms[routing.explanation.arm].name
  await expect.element(dial).toHaveAttribute('aria-valuetext', `58 % quality / 42 % saving: ${llm}`)
  await expect.element(page.getByText('Drag: the same network answers')).not.toBeInTheDocument()
})

test('pressing in the spectrum sets the dial to that place', async () => {
  const { page, playground } = await dialAndSpectrum()
  const plot = page.container.querySelector('[data-part=spectrum] .spectrum-plot')
  if (!plot) throw new Error('No spectrum is drawn.')
  const { width } = plot.getBoundingClientRect()
  await userEvent.click(plot, { position: { x: 0.25 * width, y: 20 } })
  expect(playground.getState().w.cost).toBeCloseTo(0.25, 2)
})

test('pointing at a band lights its LLM, and leaving puts it out', async () => {
  const { page, playground } = await dialAndSpectrum()
  const plot = page.container.querySelector('[data-part=spectrum] .spectrum-plot')
  if (!plot) throw new Error('No spectrum is drawn.')
  await userEvent.hover(plot, { position: { x: 300, y: 30 } })
  await expect.poll(() => playground.getState().lit).not.toBeNull()
  await userEvent.unhover(plot)
  await expect.poll(() => playground.getState().lit).toBeNull()
})
