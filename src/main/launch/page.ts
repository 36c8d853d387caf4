import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** How long a browser may take to read the page that leads in. */
const READ_WITHIN_MS = 60_000

/**
 * A page of the person's own that leads to `address`. The address holds the token, and what stands
 * in a program's arguments can be read by everybody on the machine; this page by its owner only.
 * It goes after a minute, and with the program.
 *
 * @param folder for such pages; made when missing
 * @returns the page's file: address
 */
export function entrance(folder: string, address: string): string {
  const target = JSON.stringify(address).replaceAll('<', String.raw`\u003c`)
  return kept(folder, `<script>location.replace(${target})</script>`)
}

/** A page that says one sentence, for where there is no console to say it on; as `entrance` otherwise. */
export function notice(folder: string, sentence: string): string {
  const text = sentence.replace(/[&<>]/gu, (sign) => `&#${sign.codePointAt(0)};`)
  const style = 'font:18px/1.8 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;margin:12vh 10vw'
  return kept(folder, `<body style='${style}'><h1>汇数</h1><p>${text}</p></body>`)
}

function kept(folder: string, inside: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // A folder that was there already may be open to others.
  chmodSync(folder, 0o700)
  const path = join(folder, `${randomBytes(8).toString('hex')}.html`)
  const page = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>汇数</title>${inside}</html>\n`
  writeFileSync(path, page, { mode: 0o600, flag: 'wx' })
  const gone = (): void => rmSync(path, { force: true })
  setTimeout(gone, READ_WITHIN_MS).unref()
  process.once('exit', gone)
  return pathToFileURL(path).href
}
