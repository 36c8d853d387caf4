/** Endings that say nothing: 省级 is 省, 技能大赛类 is 技能大赛. */
const ENDING = /[级类性]$/u

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/gu, '')
const bare = (text: string): string => {
  const cut = plain(text).replace(ENDING, '')
  return cut === '' ? plain(text) : cut
}

/**
 * The choice that a text is, whatever its width, spaces and endings; the only one that begins so
 * (幼儿 for 幼儿园) is meant too.
 *
 * @returns null where it is none of them, or may be several
 */
export function chosen(text: string, choices: readonly string[]): string | null {
  const exact = choices.find((choice) => plain(choice) === plain(text))
  if (exact !== undefined) return exact
  const typed = bare(text)
  const alike = choices.filter((choice) => bare(choice) === typed)
  if (alike.length === 1) return alike[0] ?? null
  if (alike.length > 1 || typed.length < 2) return null
  const [only, ...others] = choices.filter((choice) => plain(choice).startsWith(typed))
  return only !== undefined && others.length === 0 ? only : null
}
