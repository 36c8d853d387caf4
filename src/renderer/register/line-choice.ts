import type { RegisterDifference, RegisterEdit, RegisterLine } from '../../shared/register.ts'

/**
 * What is done with a line of a new register: taken over or left; a school that it lacks may also
 * have gone into another, or be one that it lists under another code and name.
 */
export type Choice = 'take' | 'leave' | { into: string | null } | { as: string }

export type Choices = ReadonlyMap<string, Choice>

/** By what a line is known as long as the registers are the same. */
export function lineKey({ kind, school, code, name }: RegisterLine): string {
  return [kind, school ?? '', code, name].join('|')
}

/** Whether the new register lacks so many schools that it may be a part of one. */
export function isPartial({ lines, same }: Pick<RegisterDifference, 'lines' | 'same'>): boolean {
  const kinds = (kind: RegisterLine['kind']): number =>
    lines.filter((line) => line.kind === kind).length
  return kinds('gone') > same + kinds('changed')
}

/** All is taken over, but a register that may be a part of one closes no school unasked. */
export function firstChoices(difference: RegisterDifference): Map<string, Choice> {
  const partial = isPartial(difference)
  return new Map(
    difference.lines.map((line) => [
      lineKey(line),
      line.kind === 'gone' && partial ? 'leave' : 'take',
    ]),
  )
}

/** Added lines that a school which is gone was said to be: key of the line → name of that school. */
export function claimed(lines: readonly RegisterLine[], choices: Choices): Map<string, string> {
  const found = new Map<string, string>()
  for (const line of lines) {
    const choice = choices.get(lineKey(line))
    if (typeof choice === 'object' && 'as' in choice) found.set(choice.as, line.name)
  }
  return found
}

/** What the choices ask of the register. */
export function editsOf(lines: readonly RegisterLine[], choices: Choices): RegisterEdit[] {
  const added = new Map(lines.map((line) => [lineKey(line), line.edit]))
  const taken = claimed(lines, choices)
  return lines.flatMap((line): RegisterEdit[] => {
    const choice = choices.get(lineKey(line)) ?? 'leave'
    if (choice === 'leave' || taken.has(lineKey(line))) return []
    if (choice === 'take' || line.school === null) return [line.edit]
    if ('into' in choice) {
      return choice.into === null ? [] : [{ school: line.school, into: choice.into }]
    }
    const other = added.get(choice.as)
    return other !== undefined && 'add' in other ? [{ school: line.school, set: other.add }] : []
  })
}

/** Whether a school is to go into another that was not said yet. */
export function lacksTarget(choices: Choices): boolean {
  return [...choices.values()].some(
    (choice) => typeof choice === 'object' && 'into' in choice && choice.into === null,
  )
}
