import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

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

/** Relative base: the same build works on a project page, at a domain's root and from a local server. */
export default defineConfig({
  base: './',
  appType: 'mpa', // a missing file is a 404, never the page again
  plugins: [react(), contentSecurityPolicy],
  worker: { format: 'es' },
  optimizeDeps: { exclude: ['@xenova/transformers'] },
  // One style sheet: the order of its rules does not hang on what is fetched first, and a section that is fetched late brings code alone.
  build: { cssCodeSplit: false, target: 'es2022', chunkSizeWarningLimit: 1500 },
})
