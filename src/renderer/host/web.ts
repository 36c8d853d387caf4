import type { GrantedFile } from '../../shared/grants.ts'
import { ROUTES, TOKEN_HEADER } from '../../shared/host.ts'
import type { DroppedFile, HostBridge } from '../../shared/host.ts'
import type { Result } from '../../shared/result.ts'
import { pickFiles } from './pick.ts'
import { takeToken } from './token.ts'

/** How many files travel at once; the host works on one core. */
const PARALLEL = 4

/** The bridge over the loopback web host: calls and files go over HTTP to the page's own origin. */
export function webBridge(): HostBridge<File> {
  const token = takeToken()
  const headers = { [TOKEN_HEADER]: token }

  async function upload({ file, path }: DroppedFile<File>): Promise<GrantedFile | null> {
    const response = await fetch(`${ROUTES.upload}?name=${encodeURIComponent(path)}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/octet-stream' },
      body: file,
    })
    const answer = (await response.json()) as { grant?: string }
    return answer.grant === undefined ? null : { grant: answer.grant, path }
  }

  async function drop(files: DroppedFile<File>[]): Promise<GrantedFile[]> {
    const granted: (GrantedFile | null)[] = files.map(() => null)
    let next = 0
    async function worker(): Promise<void> {
      for (let at = next++; at < files.length; at = next++) {
        const file = files[at]
        if (file) granted[at] = await upload(file)
      }
    }
    await Promise.all(Array.from({ length: PARALLEL }, worker))
    const refused = files.filter((_, at) => granted[at] === null)
    // Half a folder would look like the whole of it; nothing is taken rather than a part in silence.
    if (refused.length > 0) throw new Error(refused.map((file) => file.path).join(', '))
    return granted.filter((file) => file !== null)
  }

  return {
    kind: 'web',
    async call(method, args) {
      try {
        const response = await fetch(ROUTES.api + method, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(args),
        })
        return (await response.json()) as Result<unknown>
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        return { ok: false, error: { code: 'internal', params: { message } } }
      }
    },
    pick: async (options) => drop(await pickFiles(options)),
    drop,
    async save(grant, name) {
      const response = await fetch(ROUTES.download + encodeURIComponent(grant), { headers })
      if (!response.ok) return false
      const url = URL.createObjectURL(await response.blob())
      const link = document.createElement('a')
      link.href = url
      link.download = name
      link.click()
      setTimeout(() => URL.revokeObjectURL(url), 60_000)
      return true
    },
  }
}
