import type { EncoderMessages } from '../../../../src/core/messages/encoder.ts'
import { type Messages, message } from '../../../../src/core/messages/message.ts'
import type { Examples } from './examples.ts'

const why = [message('webgpu-without-adapter', {})]

export const encoderSentences: Examples<EncoderMessages<Messages>> = {
  'encoder-not-loaded': [{}, 'The encoder is not loaded.'],
  'draft-empty': [{}, 'Type something, or pick an example: an empty prompt cannot be routed.'],
  'prompt-empty': [{}, 'The prompt is empty.'],
  'prompt-too-long': [
    { chars: 4_001, most: 4_000 },
    'The prompt has 4,001 characters; at most 4,000 are encoded.',
  ],
  'embedding-without-direction': [
    { length: 0 },
    'The encoder returned no usable embedding: the norm of its states is 0.',
  ],
  'embeddings-wrong': [
    { cosine: 0.5, least: 0.999, format: 'q8' },
    'The encoder computes wrong embeddings here: its reference sentence came out with a cosine of 0.5000, at least 0.999 is right (q8 weights).',
  ],
  'webgpu-cannot-encode': [
    { why },
    'WebGPU cannot run the encoder: WebGPU found no graphics adapter. Choose WebAssembly instead.',
  ],

  'encoder-file-missing': [
    {
      label: 'tokenizer',
      failures: [
        { host: 'near.example', why: [message('http-status', { status: 404 })] },
        { host: 'far.example', why: [message('checksum-wrong', {})] },
      ],
    },
    "The encoder's tokenizer could not be fetched (near.example: HTTP 404; far.example: it has the wrong checksum).",
  ],
  'http-status': [{ status: 404 }, 'HTTP 404'],
  'not-there': [{}, 'not there'],
  'bytes-too-many': [{ most: 711_661 }, 'it is longer than 711,661 bytes'],
  'bytes-empty': [{}, 'it is empty'],
  'bytes-miscounted': [{ bytes: 2, expected: 711_661 }, 'it has 2 bytes instead of 711,661'],
  'checksum-wrong': [{}, 'it has the wrong checksum'],

  'encoder-files-not-kept': [
    {},
    'This browser keeps no files for this page: the next visit downloads again.',
  ],
  'encoder-file-not-kept': [
    { label: 'tokenizer' },
    'The tokenizer could not be kept (is the storage full?): the next visit downloads again.',
  ],

  'encoder-wasm-chosen': [{}, 'WebAssembly was chosen in the settings.'],
  'encoder-webgpu-chosen': [{}, 'WebGPU was chosen in the settings.'],
  'encoder-wasm-because': [{ why }, 'WebAssembly, because WebGPU found no graphics adapter.'],
  'encoder-gpu-competes': [{ name: 'acme one' }, 'acme one competes with WebAssembly.'],
  'encoder-gpu-failed': [
    { why: [message('encoder-not-loaded', {})] },
    'WebAssembly, because the GPU failed: The encoder is not loaded.',
  ],
  'encoder-measured': [
    { gpuMs: 4.4, wasmMs: 21.7 },
    'Measured here: 4 ms a prompt on the GPU, 22 ms on WebAssembly.',
  ],
  'encoder-in-node': [{}, 'Node runs on the processor.'],
}
