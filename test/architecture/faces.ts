import type { Arrow } from './imports.ts'

/** By room, the files of it that other rooms may use. Rooms that are not here have no inside. */
export type Faces = Readonly<Record<string, readonly string[]>>

/** Room and file inside it, of a path below `part`; null for files that stand in `part` itself. */
function inside(part: string, path: string): { room: string; file: string } | null {
  if (!path.startsWith(part)) return null
  const [room = '', ...rest] = path.slice(part.length).split('/')
  return rest.length === 0 ? null : { room, file: rest.join('/') }
}

/** Imports into a room by something outside of it that do not go through one of its faces. */
export function faceless(part: string, faces: Faces, arrows: readonly Arrow[]): string[] {
  return arrows.flatMap(({ from, to }) => {
    const target = inside(part, to)
    if (target === null || inside(part, from)?.room === target.room) return []
    const shown = faces[target.room]
    return shown === undefined || shown.includes(target.file) ? [] : [`${from} → ${to}`]
  })
}

/** Faces that nobody outside uses. */
export function unused(part: string, faces: Faces, arrows: readonly Arrow[]): string[] {
  const used = new Set(
    arrows.flatMap(({ from, to }) => {
      const target = inside(part, to)
      const own = target !== null && inside(part, from)?.room === target.room
      return target === null || own ? [] : [`${target.room}/${target.file}`]
    }),
  )
  return Object.entries(faces)
    .flatMap(([room, files]) => files.map((file) => `${room}/${file}`))
    .filter((face) => !used.has(face))
}
