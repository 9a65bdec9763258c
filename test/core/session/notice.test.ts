import fc from 'fast-check'
import { expect, test } from 'vitest'
import { message } from '../../../src/core/messages/message.ts'
import { notesAbout, noticeAfter, type Subject } from '../../../src/core/session/notice.ts'

const said = [message('link-copied', {})]
const subject = fc.constantFrom<Subject>('event', 'world', 'policy', 'prompt')
const shown = fc.constantFrom('world', 'policy', 'prompt')

test('what is told of a policy goes with the policy, and with its world', () => {
  const notice = notesAbout('policy', said)
  expect(noticeAfter(notice, 'prompt')).toBe(notice)
  expect(noticeAfter(notice, 'policy')).toEqual([])
  expect(noticeAfter(notice, 'world')).toEqual([])
})

test('of several notes those that still hold are left', () => {
  const [world, prompt] = [notesAbout('world', said), notesAbout('prompt', said)]
  expect(noticeAfter([...world, ...prompt], 'prompt')).toEqual(world)
})

test('whatever is shown in whatever order, what happened stays told, and nothing of a former world does', () => {
  fc.assert(
    fc.property(fc.array(subject), fc.array(shown, { minLength: 1 }), (subjects, changes) => {
      const notice = subjects.flatMap(about => notesAbout(about, said))
      const left = changes.reduce(noticeAfter, notice).map(({ about }) => about)
      const events = subjects.filter(about => about === 'event')
      expect(left.filter(about => about === 'event')).toEqual(events)
      if (changes.includes('world')) expect(left).toEqual(events)
    }),
  )
})
