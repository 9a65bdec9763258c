/**
 * What a link carries: the view of the page. One row a setting, with its default and how its text is read;
 * a setting without a row does not compile. A typed prompt is never part of it.
 */
export const ENCODER_PREFERENCES = ['auto', 'wasm', 'webgpu'] as const
/** Where the encoder runs: chosen by a benchmark on this device, or as told. */
export type EncoderPreference = (typeof ENCODER_PREFERENCES)[number]

export interface ViewSettings {
  /** Id of a world. */
  world: string
  /** Lasting name of an example prompt, or '' for the world's first. */
  prompt: string
  /** The dial: w_c in [0, 1], in steps of 0.01. */
  wc: number
  encoder: EncoderPreference
}

interface ViewRow<T> {
  readonly default: T
  /** Short name in a link. */
  readonly key: string
  /** The value a link's text stands for, or null when it stands for none. */
  read(text: string): T | null
}

const NAME = /^[\w.-]{1,64}(\/\d{1,5})?$/

export const VIEW_TABLE: { readonly [Key in keyof ViewSettings]: ViewRow<ViewSettings[Key]> } = {
  world: { default: 'routerbench-11', key: 'world', read: text => (NAME.test(text) ? text : null) },
  prompt: { default: '', key: 'prompt', read: text => (NAME.test(text) ? text : null) },
  wc: {
    default: 0.3,
    key: 'wc',
    read: text => {
      const value = /^(0|1|0?\.\d{1,4}|1\.0{1,4})$/.test(text) ? Number(text) : Number.NaN
      return Number.isFinite(value) ? Math.round(value * 100) / 100 : null
    },
  },
  encoder: {
    default: 'auto',
    key: 'encoder',
    read: text => ENCODER_PREFERENCES.find(option => option === text) ?? null,
  },
}

export const DEFAULT_VIEW: ViewSettings = {
  world: VIEW_TABLE.world.default,
  prompt: VIEW_TABLE.prompt.default,
  wc: VIEW_TABLE.wc.default,
  encoder: VIEW_TABLE.encoder.default,
}
