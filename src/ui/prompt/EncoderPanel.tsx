import { type EncoderStatus, isBlank } from '../../core/session/encoding.ts'
import { useActions, useEncoder } from '../context.ts'
import { formatBytes, formatCount } from '../format.ts'
import { usePart } from '../usePart.ts'
import { useWording } from '../useWording.ts'
import './EncoderPanel.css'

/** What the encoder is doing, in words; download with its size said first, cancel and retry. */
export function EncoderPanel() {
  const status = useEncoder(state => state.status)
  const wanted = useEncoder(({ draft }) => draft !== null && !isBlank(draft))
  return (
    <div className="encoder" {...usePart('encoder')}>
      <Status status={status} wanted={wanted} />
    </div>
  )
}

const STAGES = {
  download: 'Fetching the encoder',
  start: 'Starting the encoder',
  measure: 'Measuring what is faster here',
} as const

/** @param wanted whether words wait for the encoder */
function Status({ status, wanted }: { status: EncoderStatus; wanted: boolean }) {
  const { loadEncoder, cancelEncoder } = useActions()
  const { say } = useWording()
  switch (status.kind) {
    case 'absent':
      return (
        <p className="quiet">
          {absentText(status.bytes, wanted)}{' '}
          {wanted && (
            <button type="button" className="small" onClick={loadEncoder}>
              Fetch the encoder
            </button>
          )}
        </p>
      )
    case 'loading':
      return (
        <div>
          <p className="quiet" role="status">
            {STAGES[status.stage]}
          </p>
          <progress
            value={status.loadedBytes}
            max={Math.max(1, status.totalBytes)}
            aria-label="Encoder download"
          />
          <p className="quiet">
            {status.totalBytes > 0 &&
              `${formatBytes(status.loadedBytes)} of ${formatBytes(status.totalBytes)}`}{' '}
            <button type="button" className="small" onClick={cancelEncoder}>
              Cancel
            </button>
          </p>
        </div>
      )
    case 'ready':
      return (
        <p className="quiet" data-testid="encoder-badge" data-backend={status.backend}>
          Encoder: <strong>{status.backend === 'webgpu' ? 'WebGPU' : 'WASM'}</strong>, {status.format},{' '}
          {formatCount(status.msPerPrompt)} ms a prompt. {say(status.why)}{' '}
          {status.cacheNote && say(status.cacheNote)}
        </p>
      )
    case 'failed':
      return (
        <p className="problem" role="alert">
          {status.why.map(say).join(' ')} The example prompts still work.{' '}
          <button type="button" onClick={loadEncoder}>
            Try again
          </button>
        </p>
      )
  }
}

function absentText(bytes: number | null, wanted: boolean): string {
  if (bytes === 0) return 'The encoder is on this device already.'
  const size = bytes === null ? 'about 37 MB' : formatBytes(bytes)
  const when = wanted ? '' : ', when you start to type'
  return `Your own words need the encoder: ${size} with its runtime, fetched once${when}.`
}
