import { CFB } from '@e965/xlsx'

/** The part of the library that makes compound files; it has no types of its own. */
const cfb = CFB as {
  utils: { cfb_new(): object; cfb_add(file: object, name: string, content: Uint8Array): void }
  write(file: object, options: { type: 'buffer' }): Uint8Array
}

/** An OLE2 compound file with the given streams; a name may have a folder before it. */
export function compound(streams: Record<string, Uint8Array>): Uint8Array {
  const file = cfb.utils.cfb_new()
  for (const [name, content] of Object.entries(streams)) {
    cfb.utils.cfb_add(file, `/${name}`, Buffer.from(content))
  }
  return new Uint8Array(cfb.write(file, { type: 'buffer' }))
}
