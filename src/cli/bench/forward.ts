import { preferenceOfCost } from '../../core/bandit/preference.ts'
import { quantile } from '../../core/math/statistics.ts'
import { spectrum } from '../../core/policy/dial.ts'
import { activate, promptPreactivation, route } from '../../core/policy/forward.ts'
import { embeddingOf } from '../../core/world/world.ts'
import { readPolicy, readWorld } from '../support/worldFiles.ts'
import { figure, interquartileRange, type Row } from './row.ts'

const BATCHES = 60
const CALLS_PER_BATCH = 200

/** The forward pass with what is kept from the prompt, beside one from scratch for every dial position. */
export function benchForward(): Row[] {
  const world = readWorld('routerbench-11')
  const policy = readPolicy(world)
  const embedding = embeddingOf(world, 0)
  const share = promptPreactivation(policy, embedding)
  const w = (call: number) => preferenceOfCost((call % 101) / 100)

  // In turns, so that a busy moment of the machine strikes all alike.
  const contenders = [
    {
      name: 'route() from scratch',
      calls: CALLS_PER_BATCH,
      run: (call: number) => route(policy, embedding, w(call)),
    },
    {
      name: 'activate() on a kept share',
      calls: CALLS_PER_BATCH,
      run: (call: number) => activate(policy, share, w(call)),
    },
    { name: 'spectrum(), 101 positions', calls: 4, run: () => spectrum(policy, share) },
    {
      name: '101 positions from scratch',
      calls: 4,
      run: () =>
        Array.from({ length: 101 }, (_, step) => route(policy, embedding, preferenceOfCost(step / 100))),
    },
  ]
  const samples = contenders.map((): number[] => [])
  for (let batch = -5; batch < BATCHES; batch++) {
    contenders.forEach(({ calls, run }, i) => {
      const start = performance.now()
      for (let call = 0; call < calls; call++) run(call)
      const us = ((performance.now() - start) / calls) * 1000
      if (batch >= 0) samples[i].push(us) // the first batches warm the code up
    })
  }
  const [scratch, kept, dial, dialScratch] = samples
  const row = (i: number, own: readonly number[], rival?: readonly number[]) =>
    figure(contenders[i].name, quantile(own, 0.5), 'us', {
      spread: interquartileRange(own),
      reference: rival ? quantile(rival, 0.5) : null,
    })
  return [row(0, scratch), row(1, kept, scratch), row(3, dialScratch), row(2, dial, dialScratch)]
}
