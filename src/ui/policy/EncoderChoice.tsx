import { ENCODER_PREFERENCES, type EncoderPreference } from '../../core/experiment/options.ts'
import { useActions, useEncoder } from '../context.ts'
import { usePart } from '../usePart.ts'

const PREFERENCE_NAMES: Readonly<Record<EncoderPreference, string>> = {
  auto: 'what is faster here',
  wasm: 'WASM (q8)',
  webgpu: 'WebGPU (fp16 or fp32)',
}

/** Where the encoder runs, which turns the person's own words into numbers. */
export function EncoderChoice() {
  const { applyView } = useActions()
  const preference = useEncoder(state => state.preference)
  return (
    <label className="quiet" {...usePart('encoder-choice')}>
      The encoder, for your own words: run it on{' '}
      <select
        value={preference}
        onChange={event => {
          const chosen = ENCODER_PREFERENCES.find(option => option === event.target.value)
          if (chosen) applyView({ encoder: chosen })
        }}
      >
        {ENCODER_PREFERENCES.map(option => (
          <option key={option} value={option}>
            {PREFERENCE_NAMES[option]}
          </option>
        ))}
      </select>
    </label>
  )
}
