import type { Api, Method } from '../../../src/shared/api.ts'
import type { FindingLine, FindingList, FindingsView } from '../../../src/shared/findings.ts'
import type { SchoolRow } from '../../../src/shared/intake.ts'
import type { GridRow } from '../../../src/shared/figures.ts'
import type { Overview } from '../../../src/shared/overview.ts'
import { CallError } from '../../../src/shared/result.ts'
import { clientOver } from '../../../src/shared/schema.ts'
import { smallForm } from './form.ts'
import { schoolRow } from './school.ts'

/** Answers of a method, or the refusal it throws. */
export type Answers = Partial<Record<Method, (args: unknown) => unknown>>

/**
 * A program with one small collection open, for states that the real one is seldom in. What is
 * not answered is refused, so a screen that asks for more than it should is seen.
 *
 * @param answers may change while the program runs
 */
export function doubleApi(answers: Answers): Api {
  const usual = ordinary()
  const call = async (method: Method, args: unknown): Promise<unknown> => {
    const answer = answers[method] ?? usual[method] ?? inParts[method]
    if (!answer) throw new CallError('internal', { message: `${method} is not answered` })
    return answer(args)
  }
  // What the window fetches in parts is answered whole, out of the answers for the whole.
  const inParts: Answers = {
    schoolNews: async () => {
      const rows = (await call('schools', {})) as SchoolRow[]
      return { revision: 1, opened: '1', since: null, rows: rows.map((row, at) => ({ at, row })) }
    },
    findingList: async (args) => listOf((await call('findings', args)) as FindingsView),
    schoolFindings: async (args) => {
      const { findings } = (await call('findings', args)) as FindingsView
      return findings.filter(({ school }) => school === (args as { school: string }).school)
    },
  }
  return clientOver(call)
}

function listOf({ findings, rules, problems, faults }: FindingsView): FindingList {
  const schools = new Map<string, FindingList['schools'][number] & { lines: FindingLine[] }>()
  const checks: FindingList['checks'] = {}
  for (const { school, schoolName: name, items, title, formula, ...rest } of findings) {
    const own = schools.get(school) ?? { school, name, lines: [] }
    schools.set(school, own)
    checks[rest.rule] ??= { title, formula }
    const form = /^[^[]*/u.exec(items[0]?.item ?? '')?.[0] ?? ''
    own.lines.push({ ...rest, form, cells: {} })
  }
  const whole = { revision: 1, opened: '1', since: null, schools: [...schools.values()] }
  return { ...whole, checks, rules, problems, faults }
}

export function smallOverview(change: Partial<Overview> = {}): Overview {
  return {
    title: '青禾县2025/2026学年初教育事业统计',
    county: '青禾县',
    schoolYear: '2025/2026',
    period: '',
    periodWords: {
      name: '',
      point: '',
      last: '上年',
      same: '上年',
      previous: '上年',
      cumulative: false,
    },
    referenceDate: '2025-09-01',
    dueDate: '2025-09-20',
    revision: 1,
    coverage: { expected: 2, reported: 2 },
    states: { reported: 2, queried: 0, rejected: 0, missing: 0 },
    fileCounts: {
      accepted: 2,
      queried: 0,
      rejected: 0,
      duplicate: 0,
      superseded: 0,
      ignored: 0,
    },
    unclaimed: 0,
    held: 0,
    findings: { error: 0, query: 0 },
    faults: 0,
    unreadable: 0,
    unread: 0,
    adopted: 0,
    receivedRevision: 1,
    dimensions: [{ name: '乡镇', groups: ['松坪镇'] }],
    forms: [{ id: '教基3112', title: '小学分类型学生数', unit: '人', items: 5 }],
    person: '',
    undo: null,
    redo: null,
    unreadableLines: 0,
    joinConflicts: 0,
    incomplete: null,
    readOnly: null,
    backup: { at: null, failed: null },
    troubles: 0,
    ...change,
  }
}

function ordinary(): Answers {
  const row = (key: string, level: GridRow['level'], first: string): GridRow => ({
    key,
    level,
    values: [first, '20', '3', '5', '9'],
    states: 'nnnnn',
    adopted: [],
    schools: 1,
    expected: 1,
  })
  return {
    about: () => ({
      version: '0',
      host: 'memory',
      dataFolder: '',
      collections: [],
      open: smallOverview(),
    }),
    // No city is open.
    city: () => null,
    overview: () => smallOverview(),
    events: async () => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      return { last: 0, events: [] }
    },
    schools: () => [schoolRow('1', '县二小'), schoolRow('2', '枫树中心小学')],
    files: () => [],
    forms: () => [smallForm()],
    ledger: () => [],
    grid: () => ({
      form: '教基3112',
      basis: 'adopted',
      by: '乡镇',
      revision: 1,
      items: [0, 1, 2, 3, 4],
      rows: [
        row('1', 'school', '64'),
        row('2', 'school', '36'),
        row('松坪镇', 'group', '100'),
        row('', 'county', '100'),
      ],
    }),
    cell: (args) => ({
      ...(args as { school: string; item: string }),
      returned: { value: '64', state: 'number' },
      adopted: { value: '64', state: 'number' },
      source: null,
      cleanings: [],
      reasons: [],
      history: [],
      versions: [],
      lastYear: null,
      goesTo: [],
    }),
  }
}
