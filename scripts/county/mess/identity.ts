import { ask, BLANK, setCell } from '../draft.ts'
import type { Draft } from '../draft.ts'
import type { IdentityMess } from './kinds.ts'

/** Writes into the draft's own table of basics what its cover says, where there is such a table. */
function rewriteBasics(draft: Draft, before: string, after: string): void {
  if (before === after || before === '') return
  for (const sheet of draft.sheets) {
    for (const place of sheet.places) {
      if (place.table.kind !== 'text') continue
      if (sheet.cells[place.row]?.[place.column]?.value !== before) continue
      if (after === '') setCell(draft, sheet, place, undefined, BLANK)
      else {
        setCell(
          draft,
          sheet,
          place,
          { kind: 'text', value: after },
          { state: 'text', returned: after },
        )
      }
    }
  }
}

/** A code one digit off, which must not be another school's. */
function misspelled(code: string, known: ReadonlySet<string>): string {
  for (let at = code.length - 3; at >= 0; at--) {
    for (let digit = 0; digit <= 9; digit++) {
      const typo = `${code.slice(0, at)}${digit}${code.slice(at + 1)}`
      if (/\d/.test(code[at] ?? '') && typo !== code && !known.has(typo)) return typo
    }
  }
  return `${code}9`
}

/** Makes the return say less, or something slightly wrong, about whose it is. */
export function messIdentity(draft: Draft, kind: IdentityMess, known: ReadonlySet<string>): void {
  const { code, name } = draft.who
  switch (kind) {
    case 'code-typo':
      draft.who.code = misspelled(code, known)
      ask(draft, 'code-typo', ['accepted'])
      break
    case 'code-missing':
      draft.who.code = ''
      ask(draft, 'code-missing', ['accepted'])
      break
    case 'short-name':
      draft.who.code = ''
      draft.who.name = draft.school.shortName
      ask(draft, 'short-name', ['accepted'])
      break
  }
  rewriteBasics(draft, code, draft.who.code)
  rewriteBasics(draft, name, draft.who.name)
}
