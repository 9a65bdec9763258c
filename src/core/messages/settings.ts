type None = Readonly<Record<never, never>>

/** A setting by its name beside the control, and the number it has now. */
interface Changed {
  readonly label: string
  readonly value: number
  readonly used: number
}

/** Messages of settings that were made safe. */
export interface SettingMessages {
  readonly 'setting-not-a-number': { readonly label: string; readonly used: number }
  readonly 'setting-too-large': Changed
  readonly 'setting-too-small': Changed
  readonly 'setting-not-whole': Changed
  /** `value` is what was given, cut short; `used` is the option's name in words. */
  readonly 'setting-unknown-option': { readonly label: string; readonly value: string; readonly used: string }
  readonly 'families-not-a-list': None
  readonly 'family-unknown': { readonly name: string }
  readonly 'families-all-left-out': None
}
