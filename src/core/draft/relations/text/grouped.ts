/** Things by what `key` says of them, each group and the groups in the order in which they come. */
export function grouped<T, K>(things: readonly T[], key: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const thing of things) {
    const group = groups.get(key(thing))
    if (group === undefined) groups.set(key(thing), [thing])
    else group.push(thing)
  }
  return groups
}
