import type { zhCity } from './zh-city.ts'
import { counted } from '../../shared/separators.ts'

/** What the screens of a city's counties say in English. */
export const enCity: typeof zhCity = {
  city: {
    start: 'Roll up counties',
    startHint:
      'Choose a folder with counties’ collections (.huishu) or columnar data; they are read as one city or province.',
    nothing: 'There is no collection (.huishu) and no columnar data (.parquet) in this folder.',
    reading: 'Reading the counties’ data…',
    readingOf: (name, done, total) =>
      name === ''
        ? 'Holding the counties’ data against their hashes…'
        : `Reading ${name} (${String(done + 1)} / ${String(total)})`,
    recent: 'Cities and provinces opened before',
    again: 'Read again',
    leave: 'Close',
    export: 'Export workbook',
    steps: { overview: 'Overview', data: 'Data', consolidate: 'Totals', summary: 'Summary' },
    total: 'City',
    county: 'County',
    code: 'Code',
    counties: 'Counties',
    of: (n, m) => counted`${n} / ${m}`,
    tiles: {
      in: 'counties in / expected',
      schools: 'reporters in / expected',
      errors: 'errors',
      unexplained: 'unexplained',
      signed: 'counties signed off',
    },
    columns: {
      city: 'City',
      reported: 'In / expected',
      errors: 'Errors',
      unexplained: 'Unexplained',
      signed: 'Signed off',
      exported: 'Data of',
    },
    missing: 'missing',
    refused: 'there, but not taken (see beside)',
    unsigned: 'no',
    signedBy: (person) => `yes (${person})`,
    changedSince: (person) => `changed since (${person})`,
    open: 'Open',
    openHint: 'Opens this county’s own collection; closing it leads back to the city',
    notAtHand: 'columnar data only',
    troubles: (n) => counted`To be looked at: ${n}`,
    noTroubles:
      'All counties have the same forms, items, units, rules and reference dates; none is missing.',
    form: 'Form',
    back: 'All counties',
    schools: 'Schools',
    restsOn: (n, m) => counted`${n} reporters have it, of ${m} asked`,
    pick: 'Click a cell',
    pickHint:
      'Here stand the counties and schools it is made of; a county leads to its schools, a school to the cell it sent.',
    contributors: 'By county',
    place: (file, sheet, cell) => `${file} · ${sheet} · ${cell}`,
    noPlace: 'No return has come',
    openCell: 'Show this cell in the county’s collection',
    tabs: { groups: 'Groups', indicators: 'Indicators', bridge: 'Last year' },
    by: 'Grouped by',
    group: 'Group',
    indicatorColumns: {
      name: 'Indicator',
      value: 'Value',
      numerator: 'Numerator',
      denominator: 'Denominator',
      last: 'Last year',
      change: 'Change',
      counties: 'Counties',
    },
    undefined: 'not formed',
    item: 'Item',
    moved: 'Change',
    last: 'Last year',
    now: 'This year',
    cityItself: 'The city',
    byCounty: 'Show last year and this year by county',
    bridgeTotal: 'Counties with figures in both years',
    summary: {
      first: '# Annual summary\n\n## 1. Education in the city\n\nThe city has\n',
      coverage: (n, m, reported, expected) =>
        counted`rests on ${n} / ${m} counties, ${reported} / ${expected} reporters`,
      notKept:
        'The folder was handed to a browser: the text is kept until the city is closed. Save it with “Save text” and put it back into the folder as summary.md.',
      asTemplate: 'Save text',
      counties: 'By county',
      items: 'Items it reads',
      left: 'Not in it',
      why: {
        missing: 'missing',
        refused: 'there, but not taken',
        awaited: 'no school has reported yet',
        differs: 'defined otherwise than in most counties',
        unknown: 'has no such indicator',
      },
      largest: 'The largest of the counties',
      toCounty: 'Show in the county’s collection',
      toItem: 'Show counties and schools under Data',
      absent: 'none',
      pickHint:
        'Here stand the counties and items it is made of; a county leads to its own figures, an item to counties and schools.',
    },
    draft: {
      emptyHint:
        'Open or drop a written summary (.docx, .txt, .md), or paste its text. Every figure in it is found, its arithmetic checked, and held against the figures of the city and its counties. What you confirm or let stand is kept in the folder and found again in the next version; the draft itself only while the city is open.',
      finished: 'Check the finished text',
      finishedName: 'finished text',
      states: {
        doubtful: 'in doubt',
        ignored: 'let stand',
        tied: 'agrees with the data',
        sound: 'arithmetic holds',
        free: 'not checked',
      },
      none: {
        doubtful: 'Nothing is in doubt.',
        ignored: 'No doubt was let stand.',
        tied: 'No figure agrees with the data.',
        sound: 'No figure was checked by arithmetic alone.',
        free: 'Every figure was checked.',
      },
      tie: 'Figure of the city',
      pickHint: (next: string) =>
        `Here stand its arithmetic and the figures of the city and its counties; ${next} leads to the next doubt.`,
      untied: 'It is not known which figure of the city it is.',
      refuse: 'Not of the city or its counties',
      refused: 'Said: this figure is not of the city or its counties.',
      marksNotKept:
        'The folder was handed to a browser; what you confirm or let stand is kept only until the city is closed.',
    },
    bar: (title, county) => `This is the own collection of ${county} in “${title}”.`,
    home: 'Back to the city',
  },
}
