import 'react'

/** Custom properties of the style sheets, which React passes on and its types leave out. */
declare module 'react' {
  interface CSSProperties {
    [name: `--${string}`]: string | number | undefined
  }
}
