import type { CityCounty, CityView } from '../../../shared/city.ts'
import type { GrantedFile } from '../../../shared/grants.ts'
import { CallError } from '../../../shared/result.ts'
import type { FolderReading } from '../../model/lake/lake-port.ts'
import type { CountiesFolder, Ports } from '../../ports.ts'
import { City } from '../../rollup/city.ts'
import type { CheckedText } from './city-draft.ts'
import { marksIn, withMarks } from './draft-marks.ts'
import type { DraftMarks, Mark } from './draft-marks.ts'

/** A city that is open. */
export interface OpenCity {
  city: City
  folder: CountiesFolder
  view: CityView
  /** The text of its summary as it was read or saved; null for none. */
  summary: string | null
  /** The draft that is held against it; null for none. */
  draft: CheckedText | null
  /** What was said of its drafts, the same object until something more is. Throws CallError marks-unreadable. */
  marks: () => DraftMarks
}

/** The city that is open in this session, beside a collection or alone. */
export class Cities {
  private readonly ports: Ports
  private files: readonly GrantedFile[] = []
  private open: OpenCity | null = null
  private revision = 0

  constructor(ports: Ports) {
    this.ports = ports
  }

  /** Throws CallError no-city. */
  current(): OpenCity {
    if (this.open === null) throw new CallError('no-city')
    return this.open
  }

  get isOpen(): boolean {
    return this.open !== null
  }

  /** Reads a folder; what was open stays where it cannot be read. Throws as City.open and the port. */
  async read(files: readonly GrantedFile[], options: FolderReading): Promise<CityView> {
    const folder = await this.ports.counties.open(files, options)
    try {
      const { reader, expected, name } = folder
      const city = await City.open(reader, { expected, path: name })
      const view = await this.viewOf(city, folder)
      // A draft goes with the folder that it is of.
      const draft = files === this.files ? (this.open?.draft ?? null) : null
      this.close()
      this.open = { city, folder, view, summary: folder.summary, draft, marks: readOnce(folder) }
      this.files = files
      return view
    } catch (error) {
      folder.close()
      throw error
    }
  }

  /** Reads the same folder anew. Throws CallError no-city, as `read`. */
  async again(options: FolderReading): Promise<CityView> {
    this.current()
    const { summary = null, draftMarks = null, keeps } = this.open?.folder ?? {}
    const view = await this.read(this.files, options)
    // What could not be written into the folder goes on with it.
    const { folder } = this.current()
    if (keeps === false && summary !== null) folder.writeSummary(summary, null)
    if (keeps === false && draftMarks !== null) folder.writeDraftMarks(draftMarks, null)
    return view
  }

  /** Saves the text of the city's summary. Throws CallError no-city, text-changed, cannot-write. */
  saveSummary(text: string): void {
    const open = this.current()
    open.folder.writeSummary(text, open.summary)
    open.summary = text
  }

  /** Takes a draft to be checked in place of the one before it. Throws CallError no-city. */
  check(draft: CheckedText): void {
    const open = this.current()
    open.draft = draft
    // Somebody else may have said something of it meanwhile.
    open.marks = readOnce(open.folder)
  }

  /**
   * Adds to what was said of the city's drafts, behind what stands there now.
   *
   * @throws CallError no-city, marks-unreadable, cannot-write, text-changed
   */
  mark(more: readonly Mark[]): void {
    const open = this.current()
    const { folder } = open
    const before = folder.draftMarks
    const there = marksIn(before)
    folder.writeDraftMarks(withMarks(there, more), before)
    open.marks = readOnce(folder)
  }

  /** Says that something of the city changed that its screens show. */
  touched(): CityView {
    const open = this.current()
    this.revision += 1
    open.view = { ...open.view, revision: this.revision }
    return open.view
  }

  close(): void {
    this.open?.folder.close()
    this.open = null
  }

  private async viewOf(city: City, folder: CountiesFolder): Promise<CityView> {
    this.revision += 1
    const indicators = await city.indicators('adopted')
    const without = (await city.withoutLastYear()).map((county) => ({
      code: 'no-last-year' as const,
      county,
      params: {},
    }))
    return {
      revision: this.revision,
      title: folder.name,
      year: city.year,
      counties: countiesOf(city, folder),
      troubles: [...city.troubles, ...indicators.troubles, ...without],
      forms: city.forms.map(({ id, title, unit }) => ({ id, title, unit })),
      attributes: await folder.reader.attributes(),
      keeps: folder.keeps,
    }
  }
}

/** What was said of a city's drafts, read when it is first asked for. */
function readOnce(folder: CountiesFolder): () => DraftMarks {
  let known: DraftMarks | null = null
  return () => (known ??= marksIn(folder.draftMarks))
}

function countiesOf(city: City, folder: CountiesFolder): CityCounty[] {
  return city.counties().map((one, at): CityCounty => {
    const part = city.parts[at] ?? null
    return {
      ...one,
      part: part?.part ?? null,
      atHand: part !== null && folder.hasCollection(part),
    }
  })
}
