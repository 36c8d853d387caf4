/** The note by which a summary asks for parts that add up to their total (controlled rounding). */
export const BALANCE_NOTE = '舍位平衡'

/** The text with or without the wish for controlled rounding, which stands on its first line. */
export function withBalance(text: string, wanted: boolean): string {
  const notes = new RegExp(`^<!--\\s*${BALANCE_NOTE}\\s*-->[ \\t]*(?:\\n|$)`, 'gmu')
  const bare = text.replaceAll(notes, '')
  return wanted ? `<!-- ${BALANCE_NOTE} -->\n${bare}` : bare
}
