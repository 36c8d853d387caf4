import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isOfCounty } from '../../shared/city.ts'
import { CallError } from '../../shared/result.ts'
import type { Lang } from '../../shared/words/say.ts'
import { itemsNamed } from '../grants.ts'
import { places } from '../places.ts'
import { startWebHost } from '../web.ts'
import { openCollection, withWorkspace } from './workspace.ts'
import { print } from './terminal.ts'

/**
 * `serve [WORKSPACE]`: the interface in a browser until Ctrl-C; prints its address, one line. Of a folder the
 * counties in it are read as one.
 *
 * @throws CallError when the interface is not built, the port is taken, the collection cannot be opened
 */
export async function serveCommand(options: {
  workspace?: string
  port: number
  lang: Lang
}): Promise<void> {
  const { rendererFolder } = places()
  if (!existsSync(join(rendererFolder, 'index.html'))) {
    throw new CallError('no-such-file', { path: 'out/renderer/index.html (npm run build)' })
  }
  // What a browser hands over and what is written for it is this person's only.
  process.umask(0o077)
  await withWorkspace('web', async (workspace) => {
    const { port, lang } = options
    const { service, ports } = workspace
    if (options.workspace !== undefined) {
      const path = resolve(options.workspace)
      if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) {
        const files = await ports.grants.give(await itemsNamed([path]))
        await service.openCity({ files: files.filter(isOfCounty), lang })
      } else await openCollection(workspace, options.workspace, lang)
    }
    const host = await startWebHost({
      service,
      grants: ports.grants,
      log: ports.log,
      port,
      rendererFolder,
    }).catch((error: unknown) => {
      const detail = error instanceof Error && 'code' in error ? String(error.code) : 'listen'
      throw new CallError('cannot-listen', { port, detail })
    })
    print(`${host.url}\n`)
    await stopped()
    await host.close()
  })
}

function stopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}
