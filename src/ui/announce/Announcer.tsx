import { useEffect, useReducer } from 'react'
import { announcing, SILENCE } from './announcing.ts'
import {
  useDoubtWords,
  useKeptRunWords,
  useLlmWords,
  useNoticeWords,
  usePhaseWords,
  useProgressWords,
  useRunWords,
} from './spokenWords.ts'
import { useSpoken } from './useSpoken.ts'

/** Between two announcements at least, and how long one stands for those who listen again, ms. */
const REST_MS = 1000
const STANDS_MS = 10_000

/** The one place from which the stage speaks: a polite live region, for what changes by itself or far from the focus. */
export function Announcer() {
  const [{ spoken, turn, resting }, tell] = useReducer(announcing, SILENCE)
  useSpoken(tell, 'llm', useLlmWords(), 'dial')
  useSpoken(tell, 'doubts', useDoubtWords())
  useSpoken(tell, 'phase', usePhaseWords())
  useSpoken(tell, 'progress', useProgressWords())
  useSpoken(tell, 'run', useRunWords())
  useSpoken(tell, 'kept-run', useKeptRunWords())
  useSpoken(tell, 'notice', useNoticeWords())
  // biome-ignore lint/correctness/useExhaustiveDependencies: each announcement has a rest of its own
  useEffect(() => {
    if (!resting && spoken === '') return
    const timer = resting
      ? setTimeout(tell, REST_MS, { type: 'rested' })
      : setTimeout(tell, STANDS_MS, { type: 'over' })
    return () => clearTimeout(timer)
  }, [spoken, turn, resting])
  return (
    <div className="visually-hidden" role="status" data-testid="announcements">
      {/* Anew each time, so that the same words are said again. */}
      {spoken !== '' && <p key={turn}>{spoken}</p>}
    </div>
  )
}
