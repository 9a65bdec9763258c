import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

/** What the first screen reads: the manifest, and the default world's opening example with its policy. */
function firstScreenFiles(): readonly string[] {
  const { worlds } = JSON.parse(readFileSync(new URL('public/worlds/manifest.json', import.meta.url), 'utf8'))
  const [{ id, first }] = worlds
  const opening = first === null ? [] : [`worlds/${first.header.path}`, `worlds/${first.columns.path}`]
  return ['worlds/manifest.json', ...opening, `policies/${id}.json`, `policies/${id}.bin`]
}

/**
 * Has the browser fetch what the first screen reads while it fetches the code that reads it. A link to another world or
 * prompt reads other files: of these it needs the manifest alone.
 */
const FETCH_AHEAD = `
  for (const href of ${JSON.stringify(firstScreenFiles())}) {
    const link = Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', crossOrigin: '', href })
    document.head.append(link)
    if (/[#&](world|prompt)=/.test(location.hash)) break
  }
`

/** Scripts and workers from this origin alone, and the one above; the encoder's weights may come from the model hub. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  `script-src 'self' 'wasm-unsafe-eval' 'sha256-${createHash('sha256').update(FETCH_AHEAD).digest('base64')}'`,
  "worker-src 'self'",
  "connect-src 'self' https://huggingface.co https://*.huggingface.co https://*.hf.co",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "base-uri 'self'",
  "form-action 'none'",
].join('; ')

/** Where index.html has a place for the script: before the style sheet, which every script after it waits for. */
const PLACE = /<!-- fetched ahead:.*-->/

/** The policy as a meta tag in the built page, and what is fetched ahead; the development server needs inline scripts and goes without. */
const pageHead: Plugin = {
  name: 'page-head',
  apply: 'build',
  transformIndexHtml: html => ({
    html: html.replace(PLACE, `<script>${FETCH_AHEAD}</script>`),
    tags: [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  }),
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
  plugins: [react(), pageHead, offline],
  worker: { format: 'es' },
  optimizeDeps: { exclude: ['@xenova/transformers'] },
  // One style sheet: the order of its rules does not hang on what is fetched first, and a section that is fetched late brings code alone.
  build: {
    cssCodeSplit: false,
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
    // One file of all that the first screen runs, whoever shares it: small ones would wait for one another's connections.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'first-screen', tags: ['$initial'] }] } },
    },
  },
})
