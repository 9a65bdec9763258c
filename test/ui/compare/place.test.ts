import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Anchor,
  boxAround,
  boxesAlong,
  overlap,
  type Placed,
  placeLabels,
  textWidth,
} from '../../../src/ui/compare/place.ts'

const FRAME = { left: 0, right: 600, top: 0, bottom: 400 }

function boxOf({ text, textX, textY, align }: Placed) {
  const width = textWidth(text)
  const left = align === 'start' ? textX : align === 'end' ? textX - width : textX - width / 2
  return { left, right: left + width, top: textY - 7, bottom: textY + 7 }
}

const anchors = fc
  .array(
    fc.record({
      x: fc.integer({ min: 0, max: 600 }),
      y: fc.integer({ min: 0, max: 400 }),
      length: fc.integer({ min: 1, max: 20 }),
    }),
    { maxLength: 25 },
  )
  .map(list =>
    list.map(
      ({ x, y, length }, i): Anchor => ({ key: String(i), text: 'x'.repeat(length), points: [{ x, y }] }),
    ),
  )

test('no label covers another, a point, or the edge of the frame', () => {
  fc.assert(
    fc.property(anchors, given => {
      const points = given.flatMap(anchor => anchor.points.map(({ x, y }) => boxAround(x, y, 5)))
      const boxes = placeLabels(given, points, FRAME).map(boxOf)
      boxes.forEach((box, i) => {
        expect(box.left >= 0 && box.right <= 600 && box.top >= 0 && box.bottom <= 400).toBe(true)
        expect([...points, ...boxes.slice(i + 1)].filter(other => overlap(box, other))).toEqual([])
      })
    }),
  )
})

test('a label alone stands right of its point, without a leading line', () => {
  const [label] = placeLabels([{ key: 'a', text: 'Yi 34B', points: [{ x: 300, y: 200 }] }], [], FRAME)
  expect(label).toMatchObject({ align: 'start', textY: 200, led: false })
  expect(label.textX).toBeGreaterThan(300)
})

test('a label at the right edge goes to the left of its point', () => {
  const [label] = placeLabels([{ key: 'a', text: 'Yi 34B', points: [{ x: 590, y: 200 }] }], [], FRAME)
  expect(label.align).toBe('end')
})

test('the second of two labels at one place steps aside', () => {
  const points = [{ x: 300, y: 200 }]
  const [first, second] = placeLabels(
    [
      { key: 'a', text: 'one', points },
      { key: 'b', text: 'two', points },
    ],
    [],
    FRAME,
  )
  expect(overlap(boxOf(first), boxOf(second))).toBe(false)
})

test('a label without any room is left out, and those after it still find theirs', () => {
  const wall = [{ left: -100, right: 300, top: -100, bottom: 500 }]
  const labels = placeLabels(
    [
      { key: 'walled', text: 'walled', points: [{ x: 100, y: 200 }] },
      { key: 'free', text: 'free', points: [{ x: 400, y: 200 }] },
    ],
    wall,
    FRAME,
  )
  expect(labels.map(({ key }) => key)).toEqual(['free'])
})

test('a label with several points to stand by takes the next one when the first is walled in', () => {
  const wall = [{ left: -100, right: 300, top: -100, bottom: 500 }]
  const [label] = placeLabels(
    [
      {
        key: 'a',
        text: 'a',
        points: [
          { x: 100, y: 200 },
          { x: 400, y: 200 },
        ],
      },
    ],
    wall,
    FRAME,
  )
  expect(label.spot.x).toBe(400)
})

test('a label that belongs below never goes above', () => {
  const [label] = placeLabels([{ key: 'a', text: 'a', points: [{ x: 300, y: 200 }], below: true }], [], FRAME)
  expect(label.textY).toBeGreaterThan(200)
})

test('boxes along a line leave no gap that a line of text fits through', () => {
  const boxes = boxesAlong([
    { x: 0, y: 0 },
    { x: 100, y: 60 },
  ])
  for (let i = 1; i < boxes.length; i++) {
    expect(boxes[i].left - boxes[i - 1].right).toBeLessThan(7)
    expect(boxes[i].top - boxes[i - 1].bottom).toBeLessThan(14)
  }
  expect(boxes[0].left).toBeLessThanOrEqual(0)
  expect(boxes.at(-1)?.right).toBeGreaterThanOrEqual(100)
})
