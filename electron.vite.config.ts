import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'
import { mainEntries } from './scripts/package/entries.ts'

const here = import.meta.dirname

/** Three bundles from one tree: the shells (main), the bridge (preload) and the interface (renderer). */
export default defineConfig({
  main: {
    build: {
      rollupOptions: {
        input: mainEntries(here),
      },
    },
  },
  preload: {
    build: {
      rollupOptions: {
        input: { index: resolve(here, 'src/preload/index.ts') },
        // A sandboxed preload must be one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(here, 'src/renderer'),
    plugins: [react()],
    build: {
      // Whose work is in the interface, for whoever takes it over.
      license: { fileName: 'licences.json' },
      rollupOptions: { input: { index: resolve(here, 'src/renderer/index.html') } },
    },
  },
})
