import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'

const here = import.meta.dirname

/** Three bundles from one tree: the shells (main), the bridge (preload) and the interface (renderer). */
export default defineConfig({
  main: {
    build: {
      rollupOptions: {
        input: {
          desktop: resolve(here, 'src/main/desktop.ts'),
          web: resolve(here, 'src/main/web.ts'),
          cli: resolve(here, 'src/main/cli.ts'),
          'reader.worker': resolve(here, 'src/main/workbook/reader.worker.ts'),
          'backup.worker': resolve(here, 'src/main/store/backup.worker.ts'),
          'unpack.worker': resolve(here, 'src/main/zip/unpack.worker.ts'),
        },
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
