import type { EncoderMessages } from '../../../core/messages/encoder.ts'
import type { Messages } from '../../../core/messages/message.ts'
import type { Words } from '../catalogue.ts'
import { clause } from './lists.ts'

export const encoderWords: Words<EncoderMessages<Messages>> = {
  'encoder-not-loaded': () => 'The encoder is not loaded.',
  'draft-empty': () => 'Type something, or pick an example: an empty prompt cannot be routed.',
  'prompt-empty': () => 'The prompt is empty.',
  'prompt-too-long': ({ chars, most }, { count }) =>
    `The prompt has ${count(chars)} characters; at most ${count(most)} are encoded.`,
  'embedding-without-direction': ({ length }) =>
    `The encoder returned no usable embedding: the norm of its states is ${length}.`,
  'embeddings-wrong': ({ cosine, least, format }, { decimals, figure }) =>
    `The encoder computes wrong embeddings here: its reference sentence came out with a cosine of ${decimals(cosine, 4)}, at least ${figure(least, 4)} is right (${format} weights).`,
  'webgpu-cannot-encode': ({ why }, { sayAll }) =>
    `WebGPU cannot run the encoder: ${clause(sayAll(why))}. Choose WebAssembly instead.`,

  'encoder-file-missing': ({ label, failures }, { sayAll }) => {
    const reasons = failures.map(({ host, why }) => `${host}: ${clause(sayAll(why))}`)
    return `The encoder's ${label} could not be fetched (${reasons.join('; ')}).`
  },
  'http-status': ({ status }) => `HTTP ${status}`,
  'not-there': () => 'not there',
  'bytes-too-many': ({ most }, { count }) => `it is longer than ${count(most)} bytes`,
  'bytes-empty': () => 'it is empty',
  'bytes-miscounted': ({ bytes, expected }, { count }) =>
    `it has ${count(bytes)} bytes instead of ${count(expected)}`,
  'checksum-wrong': () => 'it has the wrong checksum',

  'encoder-files-not-kept': () =>
    'This browser keeps no files for this page: the next visit downloads again.',
  'encoder-file-not-kept': ({ label }) =>
    `The ${label} could not be kept (is the storage full?): the next visit downloads again.`,

  'encoder-wasm-chosen': () => 'WebAssembly was chosen in the settings.',
  'encoder-webgpu-chosen': () => 'WebGPU was chosen in the settings.',
  'encoder-wasm-because': ({ why }, { sayAll }) => `WebAssembly, because ${clause(sayAll(why))}.`,
  'encoder-gpu-competes': ({ name }) => `${name} competes with WebAssembly.`,
  'encoder-gpu-failed': ({ why }, { sayAll }) =>
    `WebAssembly, because the GPU failed: ${clause(sayAll(why))}.`,
  'encoder-measured': ({ gpuMs, wasmMs }, { count }) =>
    `Measured here: ${count(gpuMs)} ms a prompt on the GPU, ${count(wasmMs)} ms on WebAssembly.`,
  'encoder-in-node': () => 'Node runs on the processor.',
}
