import { expect, test } from 'vitest'
import { preferenceOfCost } from '../../../src/core/bandit/preference.ts'
import { MAX_POINTS } from '../../../src/core/evaluation/curve.ts'
import { CurveRecorder } from '../../../src/core/evaluation/curveRecorder.ts'
import type { StepRecord } from '../../../src/core/learning/record.ts'
import { mean } from '../../../src/core/math/statistics.ts'
import { expectAllClose } from '../../close.ts'

/** An update whose every figure is told by its number. */
function update(step: number): StepRecord {
  const outcome = { quality: step / 1000, costUsd: step * 1e-6 }
  return {
    step,
    prompts: Uint32Array.of(0, 1),
    preferences: [preferenceOfCost(0), preferenceOfCost(1)],
    probabilities: new Float32Array(6),
    arms: Uint8Array.of(step % 3, 0),
    outcomes: [outcome, outcome],
    rewards: Float64Array.of(step / 1000, step / 1000),
    advantages: new Float64Array(2),
    entropy: 1 / step,
    gradientNorm: step,
  }
}

function recorded(updates: number) {
  const recorder = new CurveRecorder(3)
  for (let step = 1; step <= updates; step++) recorder.add(update(step), step / 500, step > 9 ? step : null)
  return recorder.points
}

test('at first every update is a point of its own', () => {
  const points = recorded(20)
  expect(points.map(point => point.step)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
  expect(points[8].validation).toBeNull()
  expect(points[9].validation).toBe(10)
  expectAllClose(points[3].shares, [0.5, 0.5, 0])
})

test('a long run never has more points than may be drawn, and its last point is now', () => {
  for (const updates of [299, 300, 301, 599, 1200, 4999]) {
    const points = recorded(updates)
    expect(points.length).toBeLessThanOrEqual(MAX_POINTS)
    expect(points.length).toBeGreaterThanOrEqual(Math.min(updates, MAX_POINTS / 2))
    expect(points.at(-1)?.step).toBe(updates)
  }
})

test('every point is the mean over the updates since the point before', () => {
  const points = recorded(1037)
  points.forEach((point, i) => {
    const first = (points[i - 1]?.step ?? 0) + 1
    const steps = Array.from({ length: point.step - first + 1 }, (_, j) => first + j)
    expectAllClose(
      [point.reward, point.quality, point.costUsd * 1e3, point.gradientNorm, point.regret, point.entropy],
      [
        ...[mean(steps) / 1000, mean(steps) / 1000, mean(steps) / 1000, mean(steps), mean(steps) / 500],
        mean(steps.map(step => 1 / step)),
      ],
      { atol: 1e-9, rtol: 1e-9 },
    )
    expectAllClose([point.shares.reduce((sum, share) => sum + share, 0)], [1])
  })
})
