import { expect, test } from 'vitest'
import { bandsOf } from '../../../src/core/evaluation/bands.ts'
import type { Evaluation } from '../../../src/core/evaluation/sweep.ts'
import { expectAllClose } from '../../close.ts'

/** Two routers at two places of the dial; figures move with the seed. */
function seed(shift: number): Evaluation {
  const rows = ['policy', 'linucb'].flatMap((router, r) =>
    [0, 1].map(wc => ({
      ...({ world: 'w', split: 'test', router, wc, n: 7 } as const),
      quality: 0.5 + shift,
      costUsd: 0.001 * (r + 1),
      reward: 0.1 * (r + 1) + wc * 0.2 + shift,
      regret: 0.3 - shift,
    })),
  )
  const aiq = ['policy', 'linucb'].map(router => ({
    world: 'w',
    split: 'test' as const,
    router,
    aiq: 0.6 + 2 * shift,
  }))
  return { rows, aiq }
}

test('rows and AIQ come out as means over seeds with their deviations, in the first seed’s order', () => {
  const { rows, aiq } = bandsOf([seed(0), seed(0.02), seed(0.04)])
  expect(rows.map(row => [row.router, row.wc, row.seeds, row.n])).toEqual([
    ['policy', 0, 3, 7],
    ['policy', 1, 3, 7],
    ['linucb', 0, 3, 7],
    ['linucb', 1, 3, 7],
  ])
  expectAllClose(
    rows.map(row => row.reward),
    [0.12, 0.32, 0.22, 0.42],
  )
  expectAllClose(
    rows.map(row => row.sd),
    [0.02, 0.02, 0.02, 0.02],
  )
  expectAllClose(
    [rows[0].quality, rows[0].qualitySd, rows[0].costUsd, rows[0].regret],
    [0.52, 0.02, 0.001, 0.28],
  )
  expectAllClose([aiq[1].aiq, aiq[1].sd, aiq[1].reward, aiq[1].rewardSd], [0.64, 0.04, 0.32, 0.02])
})

test('the deviation of the reward over the dial is that of the seeds’ means, not the mean of deviations', () => {
  const tilted = (sign: number): Evaluation => {
    const { rows, aiq } = seed(0)
    return { rows: rows.map(row => ({ ...row, reward: row.reward + sign * (row.wc - 0.5) })), aiq }
  }
  const { rows, aiq } = bandsOf([tilted(1), tilted(-1)])
  expect(rows[0].sd).toBeGreaterThan(0.5)
  expectAllClose([aiq[0].rewardSd], [0])
})

test('one seed gives its own figures, and no seed gives nothing', () => {
  const { rows, aiq } = bandsOf([seed(0.01)])
  expectAllClose([rows[3].reward, rows[3].sd, aiq[0].aiq, aiq[0].sd, aiq[0].seeds], [0.41, 0, 0.62, 0, 1])
  expect(bandsOf([])).toEqual({ rows: [], aiq: [] })
})
