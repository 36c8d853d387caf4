/**
 * The first of several names that is not taken.
 *
 * @param nameOf the name at each attempt, from 1 on; no two are the same
 */
export function firstFree(
  nameOf: (attempt: number) => string,
  isTaken: (name: string) => boolean,
): string {
  for (let attempt = 1; ; attempt++) {
    const name = nameOf(attempt)
    if (!isTaken(name)) return name
  }
}
