import { expect, test } from 'vitest'
import { policyRouter } from '../../../src/core/evaluation/routers.ts'
import { evaluate } from '../../../src/core/evaluation/sweep.ts'
import { sweepPolicy } from '../../../src/core/evaluation/sweepPolicy.ts'
import { defaultShape } from '../../../src/core/policy/shape.ts'
import { rowsOf } from '../../../src/core/world/world.ts'
import { expectAllClose } from '../../close.ts'
import { boldPolicy } from '../../fixtures/policies.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'

test('the live sweep gives the figures of the evaluation', () => {
  const world = tinyWorld()
  const policy = boldPolicy(defaultShape(3), 4, 8)
  const { n, points: live } = sweepPolicy(world, policy, rowsOf(world, 'test'))
  expect(n).toBe(rowsOf(world, 'test').length)
  const { rows } = evaluate(world, 'test', [policyRouter(world, policy)])
  expect(live.map(point => point.wc)).toEqual(rows.map(row => row.wc))
  for (const figure of ['quality', 'costUsd', 'reward'] as const) {
    expectAllClose(
      live.map(point => point[figure]),
      rows.map(row => row[figure]),
      { atol: 1e-7 },
    )
  }
})
