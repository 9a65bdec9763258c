/** Whether this browser really computes on a GPU. */
import { type Message, message } from '../../core/messages/message.ts'

export type WebGpuProbe =
  | { readonly kind: 'none'; readonly reason: Message }
  /** WebGPU is there but runs on the processor: right results, slow. */
  | { readonly kind: 'software'; readonly reason: Message }
  /** @param f16 16-bit floats in shaders */
  | { readonly kind: 'gpu'; readonly name: string; readonly f16: boolean }

/** `navigator.gpu` can be there without an adapter behind it, so the adapter itself is asked for. */
export async function probeWebGpu(gpu: GPU | undefined = globalThis.navigator?.gpu): Promise<WebGpuProbe> {
  if (!gpu) return { kind: 'none', reason: message('webgpu-not-offered', {}) }
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' }).catch(() => null)
  if (adapter === null) return { kind: 'none', reason: message('webgpu-without-adapter', {}) }
  const { vendor, architecture, device, description, isFallbackAdapter } = adapter.info
  const name = description || [vendor, architecture, device].filter(Boolean).join(' ') || 'GPU'
  if (isFallbackAdapter || /swiftshader|llvmpipe/i.test(`${architecture} ${device} ${description}`)) {
    return { kind: 'software', reason: message('webgpu-in-software', { name }) }
  }
  return { kind: 'gpu', name, f16: adapter.features.has('shader-f16') }
}
