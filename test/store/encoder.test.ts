import { expect, test } from 'vitest'
import { DEFAULT_VIEW } from '../../src/core/view/view.ts'
import { createEncoderStore } from '../../src/store/encoder.ts'

test('nothing is fetched, typed or wrong at first', () => {
  expect(createEncoderStore().getState()).toMatchObject({
    preference: DEFAULT_VIEW.encoder,
    status: { kind: 'absent', bytes: null },
    draft: null,
    draftProblem: null,
    task: null,
  })
})

test('two stores share nothing', () => {
  const [a, b] = [createEncoderStore(), createEncoderStore()]
  a.setState({ draft: 'mine' })
  expect(b.getState().draft).toBeNull()
})
