/**
 * Where a collection's folder (docs/contract.md §1) begins among files: the one that holds collection.yaml, or
 * else the one that holds forms/.
 *
 * @param paths with "/", as they were dropped or picked
 * @returns "" or a path with "/" at its end; null where they are no such folder
 */
export function collectionRoot(paths: readonly string[]): string | null {
  const roots = paths.flatMap((path) => {
    const match = /^(.*?)(?:collection\.ya?ml|forms\/.*)$/u.exec(path)
    return match === null ? [] : [match[1] ?? '']
  })
  return (
    roots
      .toSorted((a, b) => a.length - b.length)
      .find((root) => root === '' || root.endsWith('/')) ?? null
  )
}
