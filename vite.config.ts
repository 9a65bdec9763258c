import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Relative base: the same build works on a project page, at a domain's root and from a local server. */
export default defineConfig({
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: { target: 'es2022', chunkSizeWarningLimit: 1500 },
})
