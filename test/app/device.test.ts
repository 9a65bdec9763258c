/** What is spared where the device or its line has little. */
import { expect, test } from 'vitest'
import { hasRoomToPrepare, savesData } from '../../src/app/device.ts'

test('a browser that tells nothing is spared nothing', () => {
  expect([savesData({}), hasRoomToPrepare({})]).toEqual([false, true])
})

test('nothing is got ready for a person who asked for little traffic', () => {
  const device = { connection: { saveData: true }, deviceMemory: 8 }
  expect([savesData(device), hasRoomToPrepare(device)]).toEqual([true, false])
  expect(hasRoomToPrepare({ connection: { saveData: false } })).toBe(true)
})

test.each([
  [2, false],
  [4, true],
])('with %d GB of memory it is %j that the page gets ready for a run', (deviceMemory, ready) => {
  expect(hasRoomToPrepare({ deviceMemory })).toBe(ready)
})
