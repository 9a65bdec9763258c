/** The browser: transformers.js gets the model and its runtime out of memory and never asks the network itself. */
import { env } from '@xenova/transformers'
import { unreachable } from '../../core/unreachable.ts'
import { CONFIG_FILES } from './configFiles.ts'

/** Where the build put ONNX Runtime: on the page's own origin. */
export interface RuntimeUrls {
  readonly plain: { readonly module: string; readonly binary: string }
  /** Its module is part of the worker's own code. */
  readonly webgpu: { readonly binary: string }
}

/**
 * Sets the runtime up; once per worker, before the first model.
 * @param moduleUrl of the plain build; null: the one inside the worker, which is the WebGPU build's
 */
export function setRuntime(binary: Uint8Array<ArrayBuffer>, moduleUrl: string | null): void {
  const { wasm } = env.backends.onnx
  if (!wasm) unreachable('this build of ONNX Runtime has no WebAssembly')
  wasm.numThreads = 1
  wasm.proxy = false
  wasm.wasmBinary = binary
  // An object always: without one the library would name a server of its own. And an absolute address.
  wasm.wasmPaths = moduleUrl === null ? {} : { mjs: moduleUrl }
  // Its own cache would import the module from a blob, which the content security policy forbids.
  env.useWasmCache = false
  env.useBrowserCache = false
  env.allowLocalModels = false
}

/** Serves the model's files while `task` loads it, then lets go of them. @param files by path inside the model's folder */
export async function withModelFiles<T>(
  files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
  task: () => Promise<T>,
): Promise<T> {
  const all = new Map<string, BodyInit>([...CONFIG_FILES, ...files])
  env.fetch = async url => {
    const path = [...all.keys()].find(key => String(url).endsWith(`/${key}`))
    return new Response(path === undefined ? null : (all.get(path) ?? null), {
      status: path === undefined ? 404 : 200,
    })
  }
  try {
    return await task()
  } finally {
    all.clear()
  }
}
