/** Carries out what the session of the person's own words decides: fetches the encoder, encodes, routes. */
import type { EncoderPreference } from '../core/experiment/options.ts'
import { messagesOf } from '../core/messages/message.ts'
import {
  type EncoderProgress,
  type EncodingCommand,
  type EncodingEvent,
  encodingSession,
} from '../core/session/encoding.ts'
import type { World } from '../core/world/world.ts'
import type { EncoderClient } from '../engine/encoder/client.ts'
import type { EncoderStore } from '../store/encoder.ts'
import type { Playground } from '../store/playground.ts'
import { createFamiliarity } from './familiarity.ts'
import { ownPrompt } from './prompts.ts'
import { type Dispatch, runSession } from './runSession.ts'

/** Rest after a keystroke before the draft is encoded, ms. */
const REST_MS = 200

export interface Encoding {
  type(text: string): void
  load(): void
  cancel(): void
  prefer(preference: EncoderPreference): void
  /** Drops the draft: an example takes its place. */
  forget(): void
  sayDownloadSize(): void
}

export interface EncodingParts {
  readonly playground: Playground
  readonly encoder: EncoderStore
  /** All prompts of the shown world: estimates need them. */
  readonly wholeWorld: () => Promise<World>
  readonly client: EncoderClient
}

export function createEncoding({ playground, encoder, wholeWorld, client }: EncodingParts): Encoding {
  let download = new AbortController()
  let encode = new AbortController()
  const familiarityOf = createFamiliarity()
  const dispatch = runSession(encodingSession, encoder, perform)

  function perform(command: EncodingCommand, report: Dispatch<EncodingEvent>): void {
    switch (command.type) {
      case 'load':
        download.abort()
        download = new AbortController()
        load(command.id, command.preference, report)
        break
      case 'stop-loading':
        download.abort()
        break
      case 'find-size':
        client.downloadSize(command.preference).then(
          ({ bytes }) => report({ type: 'size-known', id: command.id, bytes }),
          () => report({ type: 'size-known', id: command.id, bytes: null }),
        )
        break
      case 'rest':
        setTimeout(() => report({ type: 'rested', id: command.id }), REST_MS)
        break
      case 'encode':
        encode = new AbortController()
        Promise.all([measuredWorld(), client.encode(command.text, encode.signal)]).then(
          ([measured, encoded]) => report({ type: 'encoded', id: command.id, ...measured, encoded }),
          error => report({ type: 'encode-failed', id: command.id, why: messagesOf(error) }),
        )
        break
      case 'stop-encoding':
        encode.abort()
        break
      case 'route': {
        const { loaded, routePrompt } = playground.getState()
        if (loaded?.world.id === command.world.id) routePrompt(ownPrompt(command.text, command))
      }
    }
  }

  /** The shown world with what is usual in it: the text is encoded meanwhile. */
  async function measuredWorld() {
    const world = await wholeWorld()
    return { world, familiarity: await familiarityOf(world) }
  }

  function load(id: number, preference: EncoderPreference, report: Dispatch<EncodingEvent>): void {
    const onProgress = (progress: EncoderProgress) => report({ type: 'progress', id, progress })
    client.load({ preference, onProgress, signal: download.signal }).then(
      info => report({ type: 'loaded', id, info }),
      error => report({ type: 'load-failed', id, why: messagesOf(error) }),
    )
  }

  return {
    type: text => dispatch({ type: 'typed', text }),
    load: () => dispatch({ type: 'load' }),
    cancel: () => dispatch({ type: 'cancel' }),
    prefer: preference => dispatch({ type: 'prefer', preference }),
    forget: () => dispatch({ type: 'forget' }),
    sayDownloadSize: () => dispatch({ type: 'size-wanted' }),
  }
}
