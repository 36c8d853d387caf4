/**
 * One thing for each school of a collection. What is kept for a school holds until the school's
 * figures change (another `figuresRevision`); it is then worked out again, in the same place, so
 * that there is never more than one for a school of the register.
 */
export class PerSchool<V> {
  private readonly known = new Map<string, { revision: number; value: V }>()

  /**
   * @param revision `Collection.figuresRevision` of the school
   * @param make works it out; is given what was kept before, undefined the first time
   */
  get(school: string, revision: number, make: (before: V | undefined) => V): V {
    const kept = this.known.get(school)
    if (kept?.revision === revision) return kept.value
    const value = make(kept?.value)
    this.known.set(school, { revision, value })
    return value
  }
}
