import type { TensorBackend } from '../../../core/experiment/backend.ts'
import type { DeviceMessages } from '../../../core/messages/device.ts'
import type { Messages } from '../../../core/messages/message.ts'
import type { Words } from '../catalogue.ts'
import { clause } from './lists.ts'

const BACKENDS: Readonly<Record<TensorBackend, string>> = { webgpu: 'WebGPU', wasm: 'WASM', cpu: 'CPU' }

export const deviceWords: Words<DeviceMessages<Messages>> = {
  'worker-stopped': ({ why }) => `A worker of this page stopped${why ? `: ${why}` : ''}.`,
  'storage-refused': () => 'This browser keeps nothing for this page (a private window?).',
  'storage-silent': ({ seconds }, { count }) =>
    `The browser’s storage has not answered for ${count(seconds)} seconds: what it keeps is out of reach.`,
  'storage-blocked': () =>
    'Another tab holds the browser’s storage with an older version of this page: close that tab and reload.',
  'storage-newer': () =>
    'What this device keeps was written by a newer version of this page: reload to get that version.',
  'storage-closed': () =>
    'The browser’s storage was taken away (a newer version in another tab, or cleared data): reload the page.',
  'storage-full': () => 'The storage of this browser is full.',
  'storage-failed': ({ why }) => `The browser’s storage failed: ${why || 'no reason given'}.`,
  'device-lost': ({ at, from, backend, why }, { count, sayAll }) =>
    `The graphics device was lost at update ${count(at)} (${sayAll(why)}). Training went on from update ${count(from)}, on ${BACKENDS[backend]}.`,
  'device-gone': () => 'the device is gone',
  'no-canvas': () => 'This browser offers no canvas to draw the picture on.',
  'version-waiting': () => 'A new version of this page is out.',
  'version-taken-elsewhere': () =>
    'Another tab has gone on to a new version of this page: what this one has not opened yet may be missing here.',
  'part-missing': () =>
    'A part of this page could not be fetched: there is no network, or a new version of the page is out.',

  'webgpu-not-offered': () => 'this browser offers no WebGPU',
  'webgpu-without-adapter': () => 'WebGPU found no graphics adapter',
  'webgpu-in-software': ({ name }) => `WebGPU runs on the processor here (${name})`,

  'backend-as-chosen': () => 'As chosen.',
  'backend-as-chosen-but': ({ why }, { sayAll }) => `As chosen; ${clause(sayAll(why))}.`,
  'backend-fastest': ({ backend }) => `${BACKENDS[backend]} was the fastest in a trial on this device.`,
  'webgpu-left-out': ({ why }, { sayAll }) => `WebGPU is left out: ${clause(sayAll(why))}.`,
  'backend-not-used': ({ backend, why }, { sayAll }) =>
    `${BACKENDS[backend]} is not used: ${clause(sayAll(why))}.`,

  'backend-not-started': ({ backend }) =>
    `TensorFlow.js could not start its ${backend} backend on this device.`,
  'gradient-wrong': ({ error }, { figure }) =>
    `its gradient is wrong on this device (relative error ${figure(error, 2)})`,
  'webgpu-cannot-train': ({ why }, { sayAll }) =>
    `WebGPU cannot train here: ${clause(sayAll(why))}. Choose WASM.`,
  'no-backend-left': () => 'Choose another backend.',
}
