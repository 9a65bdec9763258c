/**
 * What the page says aloud to those who do not see it: at most one announcement a second. What comes in between waits and is
 * said together; of each topic the newest, so that nothing is said that is no longer so.
 */
export type Topic = 'llm' | 'doubts' | 'phase' | 'progress' | 'run' | 'kept-run' | 'notice'

export interface Announcing {
  /** The announcement that stands; '' for none. */
  readonly spoken: string
  /** Number of that announcement: the same words said again are another one. */
  readonly turn: number
  /** By topic, in the order in which they came. */
  readonly waiting: Readonly<Partial<Record<Topic, string>>>
  /** Whether the last announcement is less than a second old. */
  readonly resting: boolean
}

export const SILENCE: Announcing = { spoken: '', turn: 0, waiting: {}, resting: false }

export type AnnouncingEvent =
  /** @param text '' where there is nothing left to say of the topic */
  | { readonly type: 'say'; readonly topic: Topic; readonly text: string }
  /** A second has passed since the last announcement. */
  | { readonly type: 'rested' }
  /** The last announcement is long over: who comes by later is not to read it. */
  | { readonly type: 'over' }

export function announcing(state: Announcing, event: AnnouncingEvent): Announcing {
  switch (event.type) {
    case 'say': {
      const { [event.topic]: _older, ...others } = state.waiting
      const waiting = event.text === '' ? others : { ...others, [event.topic]: event.text }
      return state.resting ? { ...state, waiting } : speak({ ...state, waiting })
    }
    case 'rested':
      return speak({ ...state, resting: false })
    case 'over':
      return { ...state, spoken: '' }
  }
}

function speak(state: Announcing): Announcing {
  const spoken = Object.values(state.waiting).join(' ')
  return spoken === '' ? state : { spoken, turn: state.turn + 1, waiting: {}, resting: true }
}
