import { randomBytes } from 'node:crypto'
import { readFile, realpath, stat } from 'node:fs/promises'
import { extname, isAbsolute, join, relative, sep } from 'node:path'

/** An answer as any host can give it. */
export interface AssetAnswer {
  status: 200 | 404
  headers: Record<string, string>
  body: Uint8Array
}

/** Where index.html says `<meta name="csp-nonce" content="__CSP_NONCE__">`; grid and components style with it. */
const NONCE_MARK = '__CSP_NONCE__'

const TYPES: Readonly<Record<string, string>> = Object.freeze({
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
})

/** The page's Content-Security-Policy for one answer: its own files only, styles by nonce, no eval, no frames. */
export function contentPolicy(nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data: blob:`,
    `font-src 'self' data:`,
    `connect-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}

/**
 * The renderer's file for the path of a URL ("/assets/index.js"; "/" is index.html), the same for
 * app:// and the web host. Anything that is not a plain file inside `folder` is 404: other places
 * however encoded, links that lead out, folders.
 *
 * @param folder the built renderer
 * @param path the URL's path, still percent-encoded, without query
 */
export async function asset(folder: string, path: string): Promise<AssetAnswer> {
  const file = await contained(folder, path)
  if (file === null) return notFound()
  const nonce = randomBytes(16).toString('base64')
  const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream'
  const bytes = await readFile(file)
  const html = type.startsWith('text/html')
  return {
    status: 200,
    headers: { ...safeHeaders(nonce), 'content-type': type },
    body: html ? Buffer.from(bytes.toString('utf8').replaceAll(NONCE_MARK, nonce)) : bytes,
  }
}

/** Headers of every answer of ours. */
export function safeHeaders(nonce = ''): Record<string, string> {
  return {
    'content-security-policy': nonce === '' ? `default-src 'none'` : contentPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-dns-prefetch-control': 'off',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  }
}

function notFound(): AssetAnswer {
  const headers = { ...safeHeaders(), 'content-type': 'text/plain; charset=utf-8' }
  return { status: 404, headers, body: Buffer.from('404') }
}

/** The real path of a plain file inside `folder`, or null. */
async function contained(folder: string, path: string): Promise<string | null> {
  const name = decoded(path)
  if (name === null || !name.startsWith('/')) return null
  // A renderer file has none of these in its name; on Windows "\" and ":" would lead elsewhere.
  if (/[\0\\:%]/u.test(name) || name.split('/').some((part) => part === '..' || part === '.')) {
    return null
  }
  try {
    const root = await realpath(folder)
    const file = await realpath(join(root, name === '/' ? 'index.html' : name))
    const inside = relative(root, file)
    if (inside === '' || isAbsolute(inside) || inside.split(sep)[0] === '..') return null
    return (await stat(file)).isFile() ? file : null
  } catch {
    return null
  }
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}
