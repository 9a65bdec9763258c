import { createRequire } from 'node:module'
import { dirname } from 'node:path'

/** Folder of the WASM backend's binaries among the installed packages. */
export const WASM_FOLDER = `${dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'))}/`
