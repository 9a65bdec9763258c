import './ui/styles/page.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { keepOffline } from './app/offline.ts'

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}

addEventListener('load', () => {
  keepOffline().catch(() => {
    // Private windows and plain http have no service worker: the page works, but not offline.
  })
})
