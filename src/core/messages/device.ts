import type { TensorBackend } from '../experiment/backend.ts'
import type { None } from './none.ts'

/** Messages of what the device offers and loses: backends, storage, memory, workers, the network. */
export interface DeviceMessages<Messages> {
  /** A worker stopped; `why` is the browser's word, or '' where it gave none. */
  readonly 'worker-stopped': { readonly why: string }
  /** The browser keeps nothing for the page: a private window, or forbidden. */
  readonly 'storage-refused': None
  /** It never answered, and the page goes without. */
  readonly 'storage-silent': { readonly seconds: number }
  /** Another tab holds an older version of it and does not let go. */
  readonly 'storage-blocked': None
  /** It was made by a newer version of the page than this. */
  readonly 'storage-newer': None
  /** It was taken away while in use: by a newer version in another tab, or by whoever cleared the browser's data. */
  readonly 'storage-closed': None
  readonly 'storage-full': None
  /** `why` is the browser's word, or ''. */
  readonly 'storage-failed': { readonly why: string }
  /** The graphics device was lost after update `at`; training went on from update `from`. */
  readonly 'device-lost': {
    readonly at: number
    readonly from: number
    readonly backend: TensorBackend
    readonly why: Messages
  }
  /** A clause: the reason of a device that was lost without one. */
  readonly 'device-gone': None
  /** The browser has nothing to draw a picture on. */
  readonly 'no-canvas': None
  /** A newer version of the page is on the device and waits to be taken. */
  readonly 'version-waiting': None
  readonly 'version-taken-elsewhere': None
  /** A chunk of the page could not be fetched. */
  readonly 'part-missing': None

  /** Clauses: why there is no WebGPU to compute on. */
  readonly 'webgpu-not-offered': None
  readonly 'webgpu-without-adapter': None
  /** It runs on the processor: right results, slow. */
  readonly 'webgpu-in-software': { readonly name: string }

  /** Why a backend trains: what was measured here, or why another could not be used. */
  readonly 'backend-as-chosen': None
  readonly 'backend-as-chosen-but': { readonly why: Messages }
  readonly 'backend-fastest': { readonly backend: TensorBackend }
  readonly 'webgpu-left-out': { readonly why: Messages }
  readonly 'backend-not-used': { readonly backend: TensorBackend; readonly why: Messages }

  readonly 'backend-not-started': { readonly backend: TensorBackend }
  /** A clause. @param error relative to the norm of the reference gradient */
  readonly 'gradient-wrong': { readonly error: number }
  readonly 'webgpu-cannot-train': { readonly why: Messages }
  /** Follows why each of them is not used. */
  readonly 'no-backend-left': None
}
