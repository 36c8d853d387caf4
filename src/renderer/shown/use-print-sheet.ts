import { useEffect } from 'react'
import { notify } from '../state/actions.ts'
import { useDesk } from '../state/context.tsx'
import { wordsIn } from '../words/words-in.ts'
import { showsRoster } from './in-sight.ts'
import { printSheet } from './print-sheet.ts'
import { shownTables } from './shown-tables.ts'
import { placesOf } from './size.ts'
import './print-sheet.css'

/** Above that a browser takes minutes to lay the pages out. */
const MOST_PLACES = 120_000

/**
 * Whatever way printing is asked for: a list goes on paper whole, with its headings on every page; a
 * form goes on its own page, and a screen without tables as it is.
 */
export function usePrintSheet(): void {
  const desk = useDesk()
  useEffect(() => {
    let sheet: HTMLElement | null = null
    const before = (): void => {
      sheet?.remove()
      sheet = null
      const { step, view, layer, lang } = desk.store.get()
      const words = wordsIn(lang).shown
      if (showsRoster()) sheet = printSheet([], words.roster)
      else if (step === 'data' && view === 'paper' && layer === null) return
      else {
        const tables = shownTables(desk)
        if (tables.length === 0) return
        const large = placesOf(tables) > MOST_PLACES
        if (large) notify(desk, 'warning', words.tooLargeToPrint)
        sheet = large ? printSheet([], words.tooLargeToPrint) : printSheet(tables)
      }
      document.body.append(sheet)
      document.body.classList.add('prints-sheet')
    }
    const after = (): void => {
      sheet?.remove()
      sheet = null
      document.body.classList.remove('prints-sheet')
    }
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
      after()
    }
  }, [desk])
}
