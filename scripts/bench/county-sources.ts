import type { SourceFile } from '../../src/core/ports.ts'

/** A made county's files as the core's ports see them. */
export function sourcesOfCounty(files: Map<string, Uint8Array>): SourceFile[] {
  return [...files].map(([path, bytes]) => ({
    path,
    modifiedAt: null,
    bytes: () => Promise.resolve(bytes),
  }))
}
