// `npm start`: the desktop program where Electron's runtime is at hand or can be fetched, else the
// same interface in the browser. Words after `--` go on to the program (a .huishu file, --port).
import { spawn } from 'node:child_process'
import { electronProgram } from './start/electron.mjs'
import { openInBrowser } from './start/browser.mjs'
import { pinnedNode, root } from './setup/say.mjs'

const words = process.argv.slice(2)
const { program, why } = await electronProgram()

if (program === null) {
  process.stderr.write(`没有桌面运行环境（${why}），改在浏览器中打开；按 Ctrl-C 结束。\n`)
  // The second: V8 ends a process, rarely, over its own record of protected code pages.
  const flags = ['--disable-warning=ExperimentalWarning', '--no-memory-protection-keys']
  const node = [...flags, 'src/main/cli.ts', 'serve', ...words]
  const host = spawn(pinnedNode(), node, { cwd: root, stdio: ['inherit', 'pipe', 'inherit'] })
  host.stdout.once('data', (line) => openInBrowser(String(line).trim()))
  host.stdout.pipe(process.stdout)
  follow(host)
} else {
  follow(spawn(program, ['.', ...words], { cwd: root, stdio: 'inherit' }))
}

/** Ends when the child does, and as it did; Ctrl-C reaches both by themselves. */
function follow(child) {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 0))
}
