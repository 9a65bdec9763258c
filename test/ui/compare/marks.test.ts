import { expect, test } from 'vitest'
import { frontier, qualityAt } from '../../../src/core/evaluation/frontier.ts'
import type { Contender, DialPoint, Kind } from '../../../src/ui/compare/contenders.ts'
import { headline } from '../../../src/ui/compare/headline.ts'
import { labelsOf } from '../../../src/ui/compare/labels.ts'
import { alongDial, drawingOf } from '../../../src/ui/compare/marks.ts'
import { expectAllClose } from '../../close.ts'

const point = (wc: number, costUsd: number, quality: number): DialPoint => ({
  wc,
  costUsd,
  quality,
  reward: (1 - wc) * quality - wc * costUsd,
  regret: 0.1,
  qualitySd: null,
})

function contender(
  router: string,
  kind: Kind,
  sweep: readonly DialPoint[],
  arm: number | null = null,
): Contender {
  return {
    key: router,
    router,
    label: router,
    kind,
    arm,
    sweep,
    reward: sweep[0].reward,
    rewardSd: null,
    aiq: sweep[0].quality,
    aiqSd: null,
    seeds: null,
    n: 10,
  }
}

const llm = (arm: number, costUsd: number, quality: number) =>
  contender(`llm:${arm}`, 'llm', [point(0, costUsd, quality), point(1, costUsd, quality)], arm)

const list = [
  contender('oracle', 'bound', [point(0, 0.02, 0.9), point(1, 0.001, 0.5)]),
  contender('policy', 'policy', [point(0, 0.03, 0.8), point(0.5, 0.01, 0.7), point(1, 0.001, 0.4)]),
  contender('zero', 'bound', [point(0, 0.04, 0.75), point(1, 0.001, 0.4)]),
  contender('random', 'bound', [point(0, 0.02, 0.5), point(1, 0.02, 0.5)]),
  contender('fixed-per-w', 'bound', [point(0, 0.04, 0.75), point(1, 0.001, 0.4)]),
  contender('knn', 'full-information', [point(0, 0.03, 0.78), point(1, 0.001, 0.4)]),
  ...[llm(0, 0.001, 0.4), llm(1, 0.01, 0.6), llm(2, 0.02, 0.45), llm(3, 0.04, 0.75)],
]

test('LLMs and random are points, routers that answer to the dial are curves, the policy on top', () => {
  const { points, curves } = drawingOf(list)
  expect(points.map(({ contender: key }) => key)).toEqual(['random', 'llm:0', 'llm:1', 'llm:2', 'llm:3'])
  expect(curves.map(({ key }) => key)).toEqual(['oracle', 'knn', 'policy'])
})

test('the hull is that of the single LLMs alone', () => {
  const singles = list.filter(({ kind }) => kind === 'llm').map(({ sweep }) => sweep[0])
  const corners = frontier(singles)
  const { hull } = drawingOf(list)
  expect(corners.map(({ costUsd }) => costUsd)).toEqual([0.001, 0.01, 0.04])
  expectAllClose(
    hull.map(({ quality }) => quality),
    hull.map(({ costUsd }) => qualityAt(corners, costUsd)),
  )
  expect([hull[0].costUsd, hull.at(-1)?.costUsd]).toEqual([0.001, 0.04])
})

test('the cursor’s marks go by rising cost and hold every drawn point', () => {
  const { marks, points, curves } = drawingOf(list)
  expect(marks).toHaveLength(points.length + curves.reduce((sum, curve) => sum + curve.marks.length, 0))
  const costs = marks.map(({ costUsd }) => costUsd)
  expect(costs.toSorted((a, b) => a - b)).toEqual(costs)
  expect(new Set(marks.map(({ key }) => key)).size).toBe(marks.length)
})

test('between two evaluated places of the dial a curve runs straight, as it is drawn', () => {
  const policy = drawingOf(list).curves.find(({ key }) => key === 'policy')
  const at = (wc: number) => alongDial(policy?.marks ?? [], wc)
  expect(at(0)).toMatchObject({ costUsd: 0.03, quality: 0.8 })
  expect(at(0.25)?.quality).toBeCloseTo(0.75)
  expect(at(0.25)?.costUsd).toBeCloseTo(Math.sqrt(0.03 * 0.01))
  expect(at(0.5)?.costUsd).toBeCloseTo(0.01)
  expect(at(1)?.costUsd).toBeCloseTo(0.001)
  expect(alongDial([], 0.5)).toBeNull()
})

test('where a place of the dial costs nothing a curve runs straight in dollars', () => {
  const free = contender('policy', 'policy', [point(0, 0.02, 0.8), point(1, 0, 0.4)])
  const [curve] = drawingOf([free]).curves
  expect(alongDial(curve.marks, 0.25)?.costUsd).toBeCloseTo(0.015)
})

test('every point and every curve is named when there is room', () => {
  const drawing = drawingOf(list)
  const names = labelsOf(
    drawing,
    cost => 100 + cost * 20_000,
    quality => 500 - quality * 500,
    { left: 0, right: 1200, top: 0, bottom: 500 },
  )
  expect(names.map(({ key }) => key).toSorted()).toEqual(
    ['knn', 'llm:0', 'llm:1', 'llm:2', 'llm:3', 'oracle', 'policy', 'random', 'zero'].toSorted(),
  )
})

test('the headline gives the lead on the best single LLM and the AIQ beside the Zero router’s', () => {
  expect(headline(list)).toMatch(
    /\.800.*best single LLM.*\.900.*AIQ is \.800 against the Zero router’s \.750\.$/,
  )
})

test('a policy that is not above the Zero router is told to have gained nothing', () => {
  const weak = list.map(one => (one.key === 'policy' ? { ...one, aiq: 0.7 } : one))
  expect(headline(weak)).toContain('gained nothing')
})

test('there is no headline before policy, Zero router and oracle are evaluated', () => {
  expect(headline(list.filter(({ key }) => key !== 'zero'))).toBe('')
})
