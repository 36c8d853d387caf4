/** Most frames kept of one stack. */
const MOST_FRAMES = 30
/** A name that a programmer gave: "run", "Jobs.run", "async Promise.all"; never a text from a file. */
const NAME =
  /^(?:(?:async|new) )*(?:[A-Za-z_$][\w$]*|<anonymous>)(?:\.(?:[A-Za-z_$][\w$]*|<anonymous>))*$/u
/** The program's own files by their place in it, whatever stands before. */
const OWN =
  /(?:^|\/)((?:src|scripts|test|out|assets|node_modules)\/(?:[\w@.+-]+\/)*[\w@.+-]+\.[cm]?[jt]sx?)$/u
const NODE = /^node:[a-z_/]+$/u

/**
 * The frames of a stack, each as `name place:line:column`. Everything that is no frame is left
 * out, above all the message: it quotes what was typed. A frame's file is said from the program's
 * own folder on, so that neither the machine's folders nor its people are named; a file of
 * somebody else becomes "…" with its ending and without a place in it.
 *
 * @param stack as V8 writes it, or React's list of components
 */
export function framesOf(stack: string): string[] {
  return stack
    .slice(0, 100_000)
    .split('\n')
    .flatMap((line) => frameOf(line) ?? [])
    .slice(0, MOST_FRAMES)
}

function frameOf(line: string): string | null {
  const match = /^\s+at (?:(.{1,200}) \((.{1,500})\)|(?:async )?(\S{1,500}))$/u.exec(line)
  if (match === null) return null
  const place = /^(.+?)(:\d{1,6}:\d{1,6})$/u.exec(match[2] ?? match[3] ?? '')
  if (place === null) return null
  const name = (match[1] ?? '').replace(/ \[as \S+\]$/u, '')
  const file = fileOf(place[1] ?? '')
  const at = file.startsWith('…') ? '' : place[2]
  return `${name !== '' && NAME.test(name) ? `${name} ` : ''}${file}${at}`
}

function fileOf(file: string): string {
  if (NODE.test(file)) return file
  const plain = file.replaceAll('\\', '/').split(/[?#]/u)[0] ?? ''
  const own = OWN.exec(plain)?.[1]
  return own ?? `…${/\.[a-z]{1,5}$/u.exec(plain)?.[0] ?? ''}`
}
