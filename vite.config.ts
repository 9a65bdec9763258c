import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

/** Scripts and workers from this origin alone; the encoder's weights may come from the model hub. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self' https://huggingface.co https://*.huggingface.co https://*.hf.co",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "base-uri 'self'",
  "form-action 'none'",
].join('; ')

/** The policy as a meta tag in the built page; the development server needs inline scripts and goes without. */
const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
      injectTo: 'head-prepend',
    },
  ],
}

/**
 * A service worker that keeps the whole page on the device: every chunk, worker, world and policy, so that all but the
 * encoder works offline after one visit. The encoder's weights and runtimes are left alone: the page keeps those itself,
 * once they are asked for. A newer version waits until the person takes it: see app/offline.ts.
 */
const offline = VitePWA({
  filename: 'offline.js',
  injectRegister: false,
  manifest: false,
  workbox: {
    cacheId: 'barp-page',
    globPatterns: ['**/*'],
    globIgnores: ['encoder/**', 'assets/ort-wasm*.wasm'],
    maximumFileSizeToCacheInBytes: 8e6,
    clientsClaim: true,
    ignoreURLParametersMatching: [/./],
    inlineWorkboxRuntime: true,
    navigateFallback: null, // a missing file is a 404, never the page again
  },
})

/** Relative base: the same build works on a project page, at a domain's root and from a local server. */
export default defineConfig({
  base: './',
  appType: 'mpa', // a missing file is a 404, never the page again
  // Of TensorFlow.js the core and the chosen backend are bundled: its layers, converter and data parts are never called.
  resolve: { alias: [{ find: /^@tensorflow\/tfjs$/, replacement: '@tensorflow/tfjs-core' }] },
  plugins: [react(), contentSecurityPolicy, offline],
  worker: { format: 'es' },
  optimizeDeps: { exclude: ['@xenova/transformers'] },
  // One style sheet: the order of its rules does not hang on what is fetched first, and a section that is fetched late brings code alone.
  build: { cssCodeSplit: false, target: 'es2022', chunkSizeWarningLimit: 1500 },
})
