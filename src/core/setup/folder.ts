import { collectionRoot } from '../../shared/collection-folder.ts'
import type { SourceFile } from '../ports.ts'

/** The files of a folder by their place in it; a folder dropped as a whole brings its own name along. */
export class Folder {
  private readonly files: { path: string; file: SourceFile }[]

  constructor(files: SourceFile[]) {
    const root = collectionRoot(files.map((file) => file.path)) ?? ''
    this.files = files.flatMap((file) =>
      file.path.startsWith(root) ? [{ path: file.path.slice(root.length), file }] : [],
    )
  }

  at(path: string): SourceFile | null {
    const wanted = path.replace(/^\.?\/+/, '')
    return this.files.find((entry) => entry.path === wanted)?.file ?? null
  }

  /** Files below a folder, their paths as in the collection folder. */
  below(folder: string): SourceFile[] {
    return this.files.flatMap(({ path, file }) =>
      path.startsWith(`${folder}/`) ? [{ ...file, path, bytes: () => file.bytes() }] : [],
    )
  }

  /** Files that lie directly in the folder. */
  top(): { path: string; file: SourceFile }[] {
    return this.files.filter((entry) => !entry.path.includes('/'))
  }
}
