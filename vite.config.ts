import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import type { Manifest, ManifestEntry, WorldFiles } from './src/core/world/manifest.ts'

/** What the first screen reads of every world, the default one first: as app/worlds.ts asks for it. */
function firstScreens() {
  const file = new URL('public/worlds/manifest.json', import.meta.url)
  const { worlds }: Manifest = JSON.parse(readFileSync(file, 'utf8'))
  return Object.fromEntries(worlds.map(world => [world.id, firstScreenOf(world)]))
}

function firstScreenOf({ id, first, gallery }: ManifestEntry) {
  const filesOf = ({ header, columns }: WorldFiles) => [`worlds/${header.path}`, `worlds/${columns.path}`]
  return {
    policy: [`policies/${id}.json`, `policies/${id}.bin`],
    prompt: first?.prompt,
    first: filesOf(first ?? gallery),
    gallery: filesOf(gallery),
  }
}

/** Has the browser fetch what the first screen reads while it fetches the code that reads it. */
const FETCH_AHEAD = `
  const screens = ${JSON.stringify(firstScreens())}
  const asked = new URLSearchParams(location.hash.slice(1))
  const screen = screens[asked.get('world') || Object.keys(screens)[0]]
  const prompt = asked.get('prompt') || screen?.prompt
  const examples = screen && (prompt === screen.prompt ? screen.first : screen.gallery)
  for (const href of ['worlds/manifest.json', ...(screen ? [...examples, ...screen.policy] : [])]) {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', crossOrigin: '', href }))
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
