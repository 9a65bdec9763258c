import type { DeviceMessages } from '../../../../src/core/messages/device.ts'
import { type Messages, message } from '../../../../src/core/messages/message.ts'
import type { Examples } from './examples.ts'

const why = [message('webgpu-not-offered', {})]

export const deviceSentences: Examples<DeviceMessages<Messages>> = {
  'worker-stopped': [{ why: 'out of memory' }, 'A worker of this page stopped: out of memory.'],
  'storage-refused': [{}, 'This browser keeps nothing for this page (a private window?).'],
  'storage-silent': [
    { seconds: 10 },
    'The browser’s storage has not answered for 10 seconds: what it keeps is out of reach.',
  ],
  'storage-blocked': [
    {},
    'Another tab holds the browser’s storage with an older version of this page: close that tab and reload.',
  ],
  'storage-newer': [
    {},
    'What this device keeps was written by a newer version of this page: reload to get that version.',
  ],
  'storage-closed': [
    {},
    'The browser’s storage was taken away (a newer version in another tab, or cleared data): reload the page.',
  ],
  'storage-full': [{}, 'The storage of this browser is full.'],
  'storage-failed': [{ why: '' }, 'The browser’s storage failed: no reason given.'],
  'device-lost': [
    { at: 1_200, from: 1_100, backend: 'webgpu', why: [message('device-gone', {})] },
    'The graphics device was lost at update 1,200 (the device is gone). Training went on from update 1,100, on WebGPU.',
  ],
  'device-gone': [{}, 'the device is gone'],
  'no-canvas': [{}, 'This browser offers no canvas to draw the picture on.'],
  'version-waiting': [{}, 'A new version of this page is out.'],
  'version-taken-elsewhere': [
    {},
    'Another tab has gone on to a new version of this page: what this one has not opened yet may be missing here.',
  ],
  'part-missing': [
    {},
    'A part of this page could not be fetched: there is no network, or a new version of the page is out.',
  ],

  'webgpu-not-offered': [{}, 'this browser offers no WebGPU'],
  'webgpu-without-adapter': [{}, 'WebGPU found no graphics adapter'],
  'webgpu-in-software': [{ name: 'llvmpipe' }, 'WebGPU runs on the processor here (llvmpipe)'],

  'backend-as-chosen': [{}, 'As chosen.'],
  'backend-as-chosen-but': [
    { why: [message('webgpu-in-software', { name: 'llvmpipe' })] },
    'As chosen; WebGPU runs on the processor here (llvmpipe).',
  ],
  'backend-fastest': [{ backend: 'wasm' }, 'WASM was the fastest in a trial on this device.'],
  'webgpu-left-out': [{ why }, 'WebGPU is left out: this browser offers no WebGPU.'],
  'backend-not-used': [
    { backend: 'webgpu', why: [message('backend-not-started', { backend: 'webgpu' })] },
    'WebGPU is not used: TensorFlow.js could not start its webgpu backend on this device.',
  ],
  'backend-not-started': [
    { backend: 'webgpu' },
    'TensorFlow.js could not start its webgpu backend on this device.',
  ],
  'gradient-wrong': [{ error: 0.01234 }, 'its gradient is wrong on this device (relative error 0.012)'],
  'webgpu-cannot-train': [{ why }, 'WebGPU cannot train here: this browser offers no WebGPU. Choose WASM.'],
  'no-backend-left': [{}, 'Choose another backend.'],
}
