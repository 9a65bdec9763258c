/** Messages of what the device offers and loses: backends, storage, memory, workers, the network. */
export interface DeviceMessages {
  /** A worker stopped; `why` is the browser's word, or '' where it gave none. */
  readonly 'worker-stopped': { readonly why: string }
}
