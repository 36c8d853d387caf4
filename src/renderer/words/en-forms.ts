import type { zhForms } from './zh-forms.ts'
import { counted } from '../../shared/separators.ts'

/** What the setting up of forms says in English. */
export const enForms: typeof zhForms = {
  forms: {
    doubts: (n) => counted`${n} to confirm`,
    noDoubts: 'no doubts',
    doubtsIn: (doubts, forms) =>
      doubts === 0
        ? counted`${forms} forms, learned without doubts.`
        : counted`${forms} forms, ${doubts} places to confirm: marked orange on the form.`,
    next: 'Next form with doubts',
    lead: 'Where the program is unsure',
    leadHint: 'Click a sentence to see its place; a button corrects at once and can be undone.',
    understood: {
      items: (n) => counted`${n} items`,
      pages: (n) => counted`one table on ${n} pages`,
      list: 'list',
      school: 'a row for each school',
      card: 'card',
      unit: (unit) => `unit: ${unit}`,
      noUnit: 'units by column',
      derived: (n) => counted`${n} formula cells`,
    },
    cell: {
      text: 'text',
      open: 'figure or text',
      number: 'number',
      share: 'share',
      choice: 'choice',
    },
    columnKind: { text: 'text', number: 'number', date: 'date', code: 'code', choice: 'choice' },
    columnKindOf: 'What this column holds',
    required: 'required',
    identity: 'identity numbers, shown masked',
    code: {
      'kind-open':
        '“{label}” has no unit and no formula: a figure or text? For now what is filled in decides.',
      'kind-guessed': '“{label}” is taken as a {kind}; by its words it could be the other.',
      'unit-open': '“{label}” says no unit.',
      'unit-open.of': '“{label}” does not say which unit (the form prints {units}).',
      'no-heading': 'No heading over column {code}.',
      'no-label': 'No label beside row {code}.',
      'same-heading':
        '{count} columns are headed “{label}” ({codes}) and told apart by place only; say what each is.',
      'same-label':
        '{count} rows are called “{label}” ({codes}) and told apart by place only; say what each is.',
      prefilled:
        'The cells of “{label}” already say “{text}”: left as it is, it counts as filled in.',
      'note-row': '“{label}” reads like a note, not like a row to fill in.',
      'formula-lost':
        'The formula {formula} of “{label}” ({cell}) reaches outside the form: it cannot be recomputed, its shown result is taken.',
      'list-guessed':
        'Only the title “{title}” says that this is a list; no heading names persons or things.',
      'school-or-list':
        'Taken as one row for each school; numbered empty rows below could make it a list.',
      'one-table.columns': 'Has the same rows as “{other}”: could be another page of that table.',
      'one-table.rows':
        'Has the same columns as “{other}” and is titled 续: could be its next page.',
      'number-twice':
        'Form {number} in “{workbook}” is laid out unlike that of another workbook; they are two forms.',
    },
    remedy: {
      number: 'Figure',
      text: 'Text',
      'not-asked': 'Not filled in',
      unit: '{of}',
      list: 'It is a list',
      'one-table': 'One table with “{of}”',
      sure: 'Learned rightly',
      'no-table': 'Not a table',
    },
    kinds: { number: 'figure', text: 'text' },
    edit: 'Correct…',
    whole: 'This form',
    printed: 'Columns that the county has printed',
    filledIn: { number: 'Schools fill in figures', text: 'Schools fill in words' },
    isList: 'It is a list',
    isNone: 'Not a table',
    isPart: 'One table with another',
    isPartOf: (id) => `One table with “${id}”`,
    reasonWhole: 'Setting up forms',
    asLearned: 'As it was learned',
    aside: 'Set aside',
    asideNone: 'not a table',
    asidePart: (of) => counted`one with “${of}”`,
    putBack: 'Put back',
    otherSheets: 'Sheets without a recognised table',
    trial: {
      title: 'Try against returns',
      received: 'Received',
      folder: 'A folder…',
      close: 'Hide',
      reading: 'Reading…',
      tried: (files) => counted`${files} read, none taken over; read again after each correction.`,
      others: (files) => counted`${files} more hold no form at all`,
      matched: (n, m) => counted`${n} of ${m} match the form`,
      notFound: 'This form is not in the file.',
      nothingReceived: 'No return has come in yet; a folder can be tried.',
      nothingThere: 'There is no return in that folder.',
    },
    maker: {
      open: 'Make a form…',
      title: 'Make a form',
      name: 'Title',
      number: 'Form number (if any)',
      unit: 'Unit (if any)',
      rows: 'Rows: labels',
      rowsHint: 'One a line; “=” at the end for a total; rows of 其中： are not added up.',
      columns: 'Columns: headings',
      columnsHint:
        'One a line; levels parted by “/”; behind “|” the unit, or text, date, or choices (是、否); “=” at the end for a subtotal.',
      nothing: 'Fill in the left side; the blank is shown here.',
      preview: 'The blank',
      items: (typed, derived) =>
        counted`Schools fill in ${typed} cells${derived === 0 ? '' : `, ${derived} are worked out`}; what comes back is read by the same items.`,
      make: 'Make the blank',
      clear: 'Clear',
      at: { row: 'Row {line}: ', column: 'Column {line}: ' },
      problem: {
        'no-title': 'a title is missing.',
        'bad-number': 'the form number “{text}” must not hold spaces, colons, commas or brackets.',
        'no-rows': 'at least one row is needed.',
        'no-columns': 'at least one column is needed.',
        'empty-label': '“{text}” has an empty level.',
        'same-label': '“{text}” stands there already; say how it differs.',
        'bad-label':
          '“{text}” cannot be a label: it reads like a form’s head or foot, or is too long.',
        'no-parts': '“{text}” has nothing to add up.',
        'too-many': 'too many rows and columns; make several forms.',
        'not-learned':
          '“{text}” would be taken for something else when it comes back; say its unit or call it otherwise.',
      },
    },
    add: {
      open: 'Add blanks…',
      title: 'Add blanks',
      drop: 'Drop to add as blanks',
      reading: 'Learning…',
      nothing: 'No file was chosen.',
      problem: (detail) => `Cannot be added: ${detail}`,
      known: 'a table of this number is there already',
      others: (sheets) => `Sheets in which no table was found: ${sheets}`,
      who: 'Who fills them in',
      everySchool: (units) => (units ? 'Everyone who reports' : 'Every school'),
      someKinds: (units) => (units ? 'Some of them' : 'Some kinds of schools'),
      kind: (kind, count) => counted`${kind} (${count})`,
      hint: 'All returns are then read again; what is unsure is marked on the form, to be put right. It can be undone.',
      add: 'Add',
      adding: 'Adding, and reading the returns again…',
      done: (n, { counts, indicators }) =>
        counts + indicators === 0
          ? counted`${n} tables added; the returns were read again.`
          : counted`${n} tables added, with ${counts} counts and ${indicators} indicators; the returns were read again.`,
    },
    blanks: {
      open: 'Blanks to send out…',
      title: 'Blanks to send out',
      about: (schools) =>
        counted`A blank for each of the ${schools} schools that are to report, with code, name and town filled in: one zip, a folder for each town.`,
      nobody: 'The register has no school that is to report; add schools under Register.',
      lastYear: 'With last year’s figures',
      lastYearHint:
        'They are notes on the cells; no cell holds them, so they never come back as this year’s.',
      make: 'Make',
    },
  },
}
