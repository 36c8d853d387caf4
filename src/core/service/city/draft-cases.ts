import type { CityDraftApi, CityView } from '../../../shared/city.ts'
import type { DraftView } from '../../../shared/draft-desk.ts'
import type { Basis } from '../../../shared/model.ts'
import { CallError } from '../../../shared/result.ts'
import type { Tie } from '../../draft/ties/tie.ts'
import { utf8Bytes } from '../../model/utf8-bytes.ts'
import { draftExport } from '../draft/export-draft.ts'
import { readText } from '../draft/read-text.ts'
import { choicesOf, doubtedFigures, tieSaid } from '../draft/said.ts'
import { exportFile } from '../export.ts'
import type { Session } from '../session.ts'
import { plainTextOf } from '../summary/summary-document.ts'
import { pausing } from '../turns.ts'
import { cityDraftView, cityTies } from './city-draft.ts'
import type { CheckedText } from './city-draft.ts'
import { filledCitySummary } from './city-summary.ts'
import type { Mark } from './draft-marks.ts'
import type { Cities, OpenCity } from './open-cities.ts'

/** 核对初稿 over a city: a draft, what its figures quote, what a person said of them. */
export function cityDraftCases(session: Session, cities: Cities): CityDraftApi {
  const { ports } = session

  /** The open draft with its ties; long work lets others have their turn, and is begun again where something changed. */
  async function tied(basis: Basis): Promise<Tied> {
    for (;;) {
      const open = cities.current()
      const { city, draft, marks } = open
      if (draft === null) throw new CallError('no-such-file', { path: '' })
      const book = await cityTies(draft, city, basis, marks())
      const pause = pausing(
        ports.clock,
        () => cities.isOpen && cities.current() === open && open.draft === draft,
      )
      let useful = true
      while (useful && book.ties.length < draft.figures.length) {
        book.more()
        useful = await pause()
      }
      if (useful) return { open, draft, ties: book.ties }
    }
  }

  const viewOf = ({ open, draft, ties }: Tied, basis: Basis): DraftView =>
    cityDraftView(draft, ties, open.marks().ignored, { basis, revision: open.view.revision })

  const say = (marks: readonly Mark[]): CityView => {
    cities.mark(marks)
    return cities.touched()
  }
  const now = (): string => ports.clock.now()

  return {
    async cityDraft({ basis }) {
      return cities.current().draft === null ? null : viewOf(await tied(basis), basis)
    },
    async checkCityDraft({ files, name, text, basis }) {
      const open = cities.current()
      const [file] = await session.sources(files)
      const bytes =
        file === undefined
          ? utf8Bytes(text ?? plainTextOf(await filledCitySummary(open, basis)))
          : await file.bytes()
      const own = file === undefined ? name : (file.path.split('/').at(-1) ?? file.path)
      const read = await readText(ports.reader, own, bytes)
      cities.check({ name: own, bytes, at: now(), ...read })
      return cities.touched()
    },
    async cityDraftChoices({ basis, figure: index }) {
      const { draft, ties } = await tied(basis)
      return choicesOf({ figures: draft.figures, ties }, index)
    },
    async tieCityFigure({ basis, figure: index, to }) {
      const { draft, ties } = await tied(basis)
      const said = tieSaid({ figures: draft.figures, ties }, index, to)
      if (said === null) throw new CallError('no-such-item', { item: String(index) })
      return say([{ kind: 'tie', at: now(), ...said }])
    },
    async ignoreCityDoubts({ basis, doubts, reason }) {
      if (reason.trim() === '') throw new CallError('reason-missing')
      const view = viewOf(await tied(basis), basis)
      const marks = doubts.map((doubt): Mark => {
        const figures = doubtedFigures(view, doubt)
        return { kind: 'ignore', at: now(), doubt, figures, reason: reason.trim() }
      })
      return say(marks)
    },
    async takeBackCityMark({ of, key }) {
      const { ignored, tiedBy } = cities.current().marks()
      const mark = of === 'figure' ? tiedBy.get(key) : ignored.get(key)?.entry
      if (mark === undefined) throw new CallError('no-such-item', { item: key })
      return say([{ kind: 'take-back', at: now(), mark }])
    },
    async exportCityDraft({ basis, as, lang }) {
      const found = await tied(basis)
      const bytes = (): Uint8Array => found.draft.bytes
      const { name, write } = draftExport(ports, viewOf(found, basis), as, lang, bytes)
      return exportFile(session, name, write)
    },
  }
}

/** A draft with what its figures quote of the city. */
interface Tied {
  open: OpenCity
  draft: CheckedText
  ties: readonly Tie[]
}
