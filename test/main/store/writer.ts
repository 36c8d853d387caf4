import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'

/** Starts append-forever.ts on a collection; `said` resolves when a line fulfils `when`. */
export function startWriter(path: string, mode: 'append' | 'fifty' | 'wait') {
  const script = join(import.meta.dirname, 'append-forever.ts')
  const child = spawn(process.execPath, ['--no-warnings', script, path, mode], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout })
  const ended = new Promise<void>((resolve) => reader.on('close', resolve))
  const said = (when: (line: string) => boolean) =>
    new Promise<void>((resolve) => {
      reader.on('line', (line) => {
        lines.push(line)
        if (when(line)) resolve()
      })
    })
  return { child, lines, said, ended }
}
