import { env } from '@xenova/transformers'

/** Node: transformers.js reads the model from a folder that holds `Xenova/all-MiniLM-L6-v2/`, and from nowhere else. */
export function readFromFolder(folder: string): void {
  env.localModelPath = folder
  env.allowLocalModels = true
  env.allowRemoteModels = false
  env.useFSCache = false
}
