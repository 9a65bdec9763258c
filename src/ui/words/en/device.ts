import type { DeviceMessages } from '../../../core/messages/device.ts'
import type { Words } from '../catalogue.ts'

export const deviceWords: Words<DeviceMessages> = {
  'worker-stopped': ({ why }) => `A worker of this page stopped${why ? `: ${why}` : ''}.`,
}
