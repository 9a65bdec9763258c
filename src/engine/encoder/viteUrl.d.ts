/** Vite's `?url`: the address of a file that the build copies. */
declare module 'onnxruntime-web/*?url' {
  const url: string
  export default url
}
