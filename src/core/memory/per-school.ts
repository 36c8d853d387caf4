/**
 * As `make`, but what it makes for a school is kept until the school's figures change (another
 * `Collection.figuresRevision`); it is then made again, in the same place, so that there is never
 * more than one for a school of the register. Whoever asks must leave the result as it is.
 *
 * @param make is given what was kept before, undefined the first time
 */
export function perSchool<S extends { id: string }, V>(
  make: (school: S, before: V | undefined) => V,
): (school: S, revision: number) => V {
  const known = new Map<string, { revision: number; value: V }>()
  return (school, revision) => {
    const kept = known.get(school.id)
    if (kept?.revision === revision) return kept.value
    const value = make(school, kept?.value)
    known.set(school.id, { revision, value })
    return value
  }
}
