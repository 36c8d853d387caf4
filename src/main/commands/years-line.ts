import { InvalidArgumentError, Option, type Command } from 'commander'
import { basis, language } from './options.ts'
import type { YearsOptions } from './years.ts'

/** `years WORKSPACE`: earlier years, and figures over the years. */
export function addYears(program: Command): void {
  program
    .command('years')
    .description('历年：以前年度的数据，各年的数 · earlier years, and figures over the years')
    .argument('<WORKSPACE>', '统计库 · collection file (.huishu)')
    .addOption(deed('--add <FILE>', '加入某年的 .huishu 或明细 · give an earlier year'))
    .addOption(deed('--remove <YEAR>', '移除某年的数据 · take a year out').argParser(yearOf))
    .addOption(
      deed(
        '--succession <BEFORE=NOW>',
        '学校沿革：旧、旧=新，代码或名称 · who became who, parted by commas',
      ).argParser(successionOf),
    )
    .addOption(deed('--break <ITEM>', '该年起口径变化 · defined otherwise from that year on'))
    .addOption(deed('--same <ITEM>', '该年口径未变 · defined as before, whatever its label'))
    .addOption(new Option('--of <YEAR>', '哪一年 · of which year').argParser(yearOf))
    .option('--series <ITEM...>', '项目或指标的各年数 · items or indicators over the years', [])
    .option('--school <SCHOOL>', '一所学校的 · of one school, by code or name')
    .option('--reason <TEXT>', '原因 · why', '')
    .option('--json', '以 JSON 输出 · as JSON', false)
    .addOption(basis())
    .addOption(language())
    .action((workspace: string, options: Omit<YearsOptions, 'workspace'>) =>
      import('./years.ts').then((on) => on.yearsCommand({ workspace, ...options })),
    )
}

/** One deed at a time. */
function deed(flags: string, description: string): Option {
  const all = ['add', 'remove', 'succession', 'break', 'same']
  return new Option(flags, description).conflicts(
    all.filter((name) => !flags.startsWith(`--${name} `)),
  )
}

function yearOf(text: string): number {
  if (!/^(?:19|20)\d{2}$/u.test(text)) throw new InvalidArgumentError(text)
  return Number(text)
}

function successionOf(text: string): { before: string[]; now: string[] } {
  const sides = text.split('=').map((side) =>
    side
      .split(/[、,，]/u)
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  )
  const [before, now, more] = sides
  if (before === undefined || now === undefined || more !== undefined)
    throw new InvalidArgumentError(text)
  return { before, now }
}
