/** The encoder's tokenizer alone, in Node: what of a text would be read, without reading it. */
import { AutoTokenizer } from '@xenova/transformers'
import type { TextReading } from '../../core/log/readings.ts'
import { MODEL_ID, MODEL_REVISION } from './files.ts'
import { readFromFolder } from './nodeFiles.ts'
import { windowsOf } from './windows.ts'

/** @param folder holds `Xenova/all-MiniLM-L6-v2/` @throws Error where the tokenizer's files are missing */
export async function loadTextReader(folder: string): Promise<(text: string) => TextReading> {
  readFromFolder(folder)
  const tokenizer = await AutoTokenizer.from_pretrained(MODEL_ID, { revision: MODEL_REVISION })
  const unknown = tokenizer.unk_token_id
  return text => {
    const ids: number[] = tokenizer.encode(text)
    const { windows, truncated } = windowsOf(ids)
    const words = ids.slice(1, -1)
    return {
      key: windows.map(window => window.join(' ')).join('|'),
      windows: windows.length,
      truncated,
      unknown: words.length > 0 && words.every(id => id === unknown),
    }
  }
}
