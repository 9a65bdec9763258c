import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { message } from '../../../src/core/messages/message.ts'
import { initialisePolicy } from '../../../src/core/policy/policy.ts'
import { defaultShape } from '../../../src/core/policy/shape.ts'
import { Origin } from '../../../src/ui/compare/Origin.tsx'
import { exampleInput } from '../../fixtures/inputs.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'
import { emptyPage } from '../support/page.tsx'

const world = tinyWorld()
const policy = initialisePolicy(defaultShape(3), 1)
const evaluated = { world: world.id, evaluations: [], families: [], trainingPrompts: 3, missing: [] }

test('figures that ship are told from those worked out here, and why the shipped ones are not used', async () => {
  const { study, within } = emptyPage()
  study.setState({ references: { ...evaluated, origin: 'shipped', notes: [] } })
  const page = await render(within(<Origin />))
  await expect
    .element(page.getByText('Shipped evaluation, computed when the policy was trained.'))
    .toBeInTheDocument()
  const notes = [message('made-for-another-policy', {})]
  study.setState({ references: { ...evaluated, origin: 'here', notes } })
  await expect
    .element(
      page.getByText(/^Evaluated here, on this device\. The shipped evaluation is not used: It belongs/),
    )
    .toBeInTheDocument()
})

test('a log without a policy of its own says how one comes into the table', async () => {
  const { playground, study, within } = emptyPage()
  playground
    .getState()
    .showWorld({ world, policy, source: { kind: 'untrained' }, part: 'gallery' }, exampleInput(world, 0))
  study.setState({ references: { ...evaluated, origin: 'here', notes: [] } })
  const page = await render(within(<Origin />))
  await expect.element(page.getByText(/press Play, and it joins the table\.$/)).toBeInTheDocument()
})

test('a new policy is evaluated beside the shipped figures, and is named as new', async () => {
  const { playground, study, within } = emptyPage()
  playground
    .getState()
    .showWorld({ world, policy, source: { kind: 'run', step: 4 }, part: 'gallery' }, exampleInput(world, 0))
  study.setState({
    references: { ...evaluated, origin: 'shipped', notes: [] },
    evaluating: { references: null, policy: { status: 'busy', job: 1, subject: policy } },
  })
  const page = await render(within(<Origin />))
  await expect
    .element(page.getByText(/Evaluating the trained policy on the same prompts…$/))
    .toBeInTheDocument()
  study.setState({ own: { ...evaluated, policy }, evaluating: { references: null, policy: null } })
  await expect
    .element(page.getByText(/New: the trained policy, evaluated here on the same prompts\.$/))
    .toBeInTheDocument()
})
