import type { TrainerClient, TrainerEvent } from '../../engine/trainer/client.ts'
import { createLazy } from './lazy.ts'

/** The page's side of the trainer, fetched when it is first asked for something. Where it cannot be had, that is told as `failed`. */
export function lazyTrainerClient(onEvent: (event: TrainerEvent) => void): TrainerClient {
  const trainer = createLazy(
    () => import('../../engine/trainer/client.ts'),
    create => create(onEvent),
    messages => onEvent({ type: 'failed', messages }),
  )
  return {
    prepare: preparation =>
      void trainer.get().then(
        client => client.prepare(preparation),
        () => {}, // whoever plays will hear of it
      ),
    start: order => trainer.ask(client => client.start(order)),
    play: pace => trainer.ask(client => client.play(pace)),
    pause: () => trainer.askIfUsed(client => client.pause()),
    step: () => trainer.ask(client => client.step()),
    changeBackend: preference => trainer.ask(client => client.changeBackend(preference)),
    snapshot: async () => trainer.here?.snapshot() ?? null,
    dispose: () => trainer.askIfUsed(client => client.dispose()),
  }
}
