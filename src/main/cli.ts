import { homedir } from 'node:os'
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { CallError, type ApiError } from '../shared/result.ts'
import type { Particulars } from '../shared/register.ts'
import { errorText, type Lang } from '../shared/words/say.ts'
import { addExport, addRollup } from './commands/export-line.ts'
import { addPrior } from './commands/prior-line.ts'
import { addYears } from './commands/years-line.ts'
import { identityNumbers, language } from './commands/options.ts'
import type { FormsOptions } from './commands/forms.ts'
import type { RegisterOptions } from './commands/register.ts'
import {
  columnOf,
  mergeOf,
  particularOf,
  schoolAndColumns,
  schoolOf,
} from './commands/register-options.ts'
import { langOf, usageLine } from './commands/usage.ts'
import { keepCompiled } from './compile-cache.ts'
import { createLog } from './log/log.ts'
import { dataFolder, places } from './places.ts'
import { tell } from './commands/terminal.ts'

/**
 * The command line (docs/contract.md §4). Exit code: 0 done, 1 could not do it (one line on stderr), 2 usage.
 *
 * @param words what was typed after the program's name
 */
export async function main(words: string[]): Promise<0 | 1 | 2> {
  const lang = langOf(words)
  try {
    await commands().parseAsync(words, { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0
      tell(`${usageLine(lang, error.code, error.message)}\n`)
      return 2
    }
    // What a command could not do was said; a fault of the program leaves its stack as well.
    if (!(error instanceof CallError))
      createLog({ dataFolder: dataFolder(homedir()), version: places().version }).write(
        'error',
        'command line',
        error,
      )
    tell(`${errorText(lang, asApiError(error))}\n`)
    return 1
  }
}

// Each command is loaded when it is called for: readers and writers take half a second, which
// --help and a mistyped option should not.
function commands(): Command {
  const program = new Command('huishu')
    .description('汇数：县级教育统计汇总 · compiles a county’s education statistics')
    .version(places().version)
    .helpCommand(false)
  // Set before the commands are made: they take it over.
  program.exitOverride().configureOutput({ writeErr: () => undefined })

  program
    .command('compile')
    .description('汇总一个统计文件夹 · compile a collection folder into OUT')
    .addArgument(new Argument('<DIR>', '统计文件夹 · collection folder'))
    .requiredOption('--out <OUT>', '输出文件夹 · folder for the results')
    .option('--progress', '在标准错误上显示进度 · progress on stderr', false)
    .addOption(identityNumbers())
    .addOption(language())
    .action((folder: string, options: CompileOptions) =>
      import('./commands/compile.ts').then((on) => on.compileCommand({ folder, ...options })),
    )

  program
    .command('import')
    .description('收表，逐份给出结论 · receive files, a verdict per file')
    .argument('<WORKSPACE>', '统计库 · collection file (.huishu)')
    .argument('<PATH...>', '文件、文件夹或压缩包 · files, folders, zips')
    .addOption(language())
    .action((workspace: string, paths: string[], options: { lang: Lang }) =>
      import('./commands/import.ts').then((on) =>
        on.importCommand({ workspace, paths, ...options }),
      ),
    )

  program
    .command('check')
    .description('审核，逐条列出问题 · findings, one a line')
    .argument('<WORKSPACE>', '统计库 · collection file (.huishu)')
    .addOption(language())
    .action((workspace: string, options: { lang: Lang }) =>
      import('./commands/check.ts').then((on) => on.checkCommand({ workspace, ...options })),
    )

  program
    .command('rules')
    .description('规则：列出；证明相互关系 · the rules, listed or proved of each other')
    .argument('<WORKSPACE>', '统计库 · collection file (.huishu)')
    .option(
      '--prove',
      '不会触发、已被包含、互相矛盾的 · never firing, implied, contradicting',
      false,
    )
    .option(
      '--propose',
      '由数据归纳出的、规则里没有的关系 · relations that the figures show',
      false,
    )
    .addOption(language())
    .action((workspace: string, options: { prove: boolean; propose: boolean; lang: Lang }) =>
      import('./commands/rules.ts').then((on) => on.rulesCommand({ workspace, ...options })),
    )

  program
    .command('controls')
    // What it was called until 0.2; scripts may say so still.
    .alias('reconcile')
    .description('数据比对：与另一来源的合计核对，逐项列出 · totals of another source against ours')
    .argument('<WORKSPACE>', '统计库 · collection file (.huishu)')
    .argument('<FILE...>', '比对表 · workbooks of totals')
    .addOption(language())
    .action((workspace: string, paths: string[], options: { lang: Lang }) =>
      import('./commands/controls.ts').then((on) =>
        on.controlsCommand({ workspace, paths, ...options }),
      ),
    )

  program
    .command('register')
    .description(
      '名册：列出、修改、与新名册比较 · the register: listed, changed, held against a new one',
    )
    .argument('<WORKSPACE>', '统计库 · collection file (.huishu)')
    .option(
      '--from <FILE.xlsx>',
      '新名册：逐行列出不同 · a new register: what differs, a line each',
    )
    .option('--apply', '采用新名册的各行 · take these lines over', false)
    .option('--keep-missing', '新名册没有的学校保持不变 · leave schools that it lacks', false)
    .addOption(deed('--add <COLUMN=VALUE...>', '增加一所学校 · add a school', columnOf))
    .addOption(
      deed('--set <SCHOOL COLUMN=VALUE...>', '修改一所学校 · change a school', schoolAndColumns),
    )
    .addOption(
      deed('--merge <SCHOOL INTO...>', '并入另一所学校 · merge a school into another', mergeOf),
    )
    .addOption(
      deed('--part <SCHOOL>', '并入的恢复为单独一所 · a merged school on its own again', schoolOf),
    )
    .option('--reason <TEXT>', '修改原因 · why', '')
    .addOption(language())
    .action((workspace: string, options: Omit<RegisterOptions, 'workspace'>) =>
      import('./commands/register.ts').then((on) => on.registerCommand({ workspace, ...options })),
    )

  program
    .command('particulars')
    .description('统计库名称、日期：列出、修改 · title and dates: listed, changed')
    .argument('<WORKSPACE>', '统计库 · collection file (.huishu)')
    .argument(
      '[KEY=VALUE...]',
      'title county school_year period reference_date due_date',
      particularOf,
      {},
    )
    .option('--reason <TEXT>', '修改原因 · why', '')
    .addOption(language())
    .action(
      (workspace: string, set: Partial<Particulars>, options: { reason: string; lang: Lang }) =>
        import('./commands/particulars.ts').then((on) =>
          on.particularsCommand({ workspace, set, ...options }),
        ),
    )

  addPrior(program)
  addExport(program)
  addRollup(program)
  addYears(program)

  program
    .command('forms')
    .description('表式：列出、加入空表 · the forms, listed; further blanks taken in')
    .argument('<WORKSPACE>', '统计库 · collection file (.huishu)')
    .argument('[FILE...]', '空表 · blank workbooks')
    .option('--for <KIND...>', '只由这些办学类型填报 · only kinds of schools that fill them in', [])
    .option('--reason <TEXT>', '原因 · why', '')
    .addOption(language())
    .action((workspace: string, files: string[], options: Omit<FormsOptions, 'files'>) =>
      import('./commands/forms.ts').then((on) => on.formsCommand({ ...options, workspace, files })),
    )

  program
    .command('blanks')
    .description(
      '按校生成下发空表（代码、校名、上年数批注），按乡镇分文件夹 · blanks made out for each school',
    )
    .argument('<WORKSPACE>', '统计库 · collection file (.huishu)')
    .requiredOption('--out <FILE.zip>', '输出文件 · zip to write')
    .option('--school <SCHOOL...>', '只为这些学校（代码或全名） · only these, by code or name', [])
    .option('--no-last-year', '不附上年数 · without last year’s figures')
    .addOption(language())
    .action((workspace: string, options: Omit<BlanksOptions, 'workspace'>) =>
      import('./commands/blanks.ts').then((on) => on.blanksCommand({ workspace, ...options })),
    )

  program
    .command('copy')
    .description('另存副本，统计库正在使用也可以 · a whole copy, also while it is in use')
    .argument('<WORKSPACE>', '统计库 · collection file (.huishu)')
    .requiredOption('--out <FILE>', '副本 · file to write')
    .addOption(language())
    .action((workspace: string, options: { out: string; lang: Lang }) =>
      import('./commands/copy.ts').then((on) => on.copyCommand({ workspace, ...options })),
    )

  program
    .command('verify')
    .description('核对统计库与它的记录是否一致 · hold a collection against its record')
    .argument('<WORKSPACE>', '统计库 · collection file (.huishu)')
    .option('--against <FILE...>', '以前导出的汇总表 · workbooks exported before', [])
    .addOption(language())
    .action(async (workspace: string, options: { against: string[]; lang: Lang }) => {
      const { verifyCommand } = await import('./commands/verify.ts')
      if (!(await verifyCommand({ workspace, ...options }))) throw new CallError('not-verified')
    })

  program
    .command('personal')
    .description('查找、清除个人信息 · find personal data, or remove them for good')
    .argument('<WORKSPACE>', '统计库 · collection file (.huishu)')
    .option('--remove', '清除，不可撤销 · remove them; cannot be undone', false)
    .option('--reason <TEXT>', '清除原因 · why', '')
    .addOption(language())
    .action((workspace: string, options: { remove: boolean; reason: string; lang: Lang }) =>
      import('./commands/personal.ts').then((on) => on.personalCommand({ workspace, ...options })),
    )

  program
    .command('next-year')
    .description('建下一年度的库，本年作上年 · next year’s collection, with this year as last year')
    .argument('<WORKSPACE>', '统计库 · collection file (.huishu)')
    .requiredOption('--into <FOLDER>', '新库放在 · folder for the new one')
    .addOption(language())
    .action((workspace: string, options: { into: string; lang: Lang }) =>
      import('./commands/next-year.ts').then((on) => on.nextYearCommand({ workspace, ...options })),
    )

  program
    .command('backup')
    .description('备份统计库并列出备份 · back a collection up, and list the backups')
    .argument('<WORKSPACE>', '统计库 · collection file (.huishu)')
    .option('--list', '只列出 · only list them', false)
    .option('--to <FOLDER>', '第二备份文件夹，此后都用 · second folder, from now on')
    .addOption(language())
    .action((workspace: string, options: { list: boolean; to?: string; lang: Lang }) =>
      import('./commands/backup.ts').then((on) => on.backupCommand({ workspace, ...options })),
    )

  program
    .command('restore')
    .description(
      '与一份备份比较；写明原因则恢复 · hold a backup against it; with a reason, put it back',
    )
    .argument('<WORKSPACE>', '统计库 · collection file (.huishu)')
    .argument('<ID>', '备份（见 backup --list） · the backup, as listed')
    .option('--reason <TEXT>', '恢复原因 · why', '')
    .addOption(language())
    .action((workspace: string, id: string, options: { reason: string; lang: Lang }) =>
      import('./commands/backup.ts').then((on) => on.restoreCommand({ workspace, id, ...options })),
    )

  program
    .command('draft')
    .description('核对初稿中的数字 · check the figures of a drafted text')
    .argument('<FILE>', '初稿 · drafted text (.docx .txt .md)')
    .option('--workspace <FILE>', '同时与该统计库的数据核对 · hold it against this collection too')
    .option('--json', '以 JSON 输出 · as JSON', false)
    .addOption(language())
    .action((file: string, options: { workspace?: string; json: boolean; lang: Lang }) =>
      import('./commands/draft.ts').then((on) => on.draftCommand({ file, ...options })),
    )

  program
    .command('join')
    .alias('merge')
    .description(
      '合并同一统计库的两份（两人分头收表） · join two files of one collection, worked on apart',
    )
    .argument('<A>', '统计库 · collection file (.huishu)')
    .argument('<B>', '同一统计库的另一份 · another file of the same collection')
    .requiredOption('--out <C>', '合并后的统计库 · collection file to make')
    .addOption(language())
    .action((first: string, second: string, options: { out: string; lang: Lang }) =>
      import('./commands/join.ts').then((on) => on.joinCommand({ first, second, ...options })),
    )

  program
    .command('inspect')
    .description('检查统计库是否完好 · how whole a collection is')
    .argument('<FILE>', '统计库 · collection file (.huishu)')
    .addOption(language())
    .action((file: string, options: { lang: Lang }) =>
      import('./commands/repair.ts').then((on) => on.inspectCommand({ file, ...options })),
    )

  program
    .command('repair')
    .description('抢救损坏的统计库，另存一份 · save what is whole of a damaged collection')
    .argument('<FILE>', '损坏的统计库 · collection file (.huishu)')
    .requiredOption('--out <NEW>', '新的统计库 · collection file to make')
    .addOption(language())
    .action((file: string, options: { out: string; lang: Lang }) =>
      import('./commands/repair.ts').then((on) => on.repairCommand({ file, ...options })),
    )

  program
    .command('serve')
    .description('在浏览器中打开界面 · the interface in a browser')
    .argument('[WORKSPACE]', '统计库 · collection file (.huishu)')
    .option('--port <N>', '端口，0 为任意 · port, 0 for any', portNumber, 0)
    .addOption(language())
    .action((workspace: string | undefined, options: { port: number; lang: Lang }) =>
      import('./commands/serve.ts').then((on) =>
        on.serveCommand({ ...options, ...(workspace !== undefined && { workspace }) }),
      ),
    )

  return program
}

interface CompileOptions {
  out: string
  lang: Lang
  progress: boolean
  identityNumbers: boolean
}

interface BlanksOptions {
  workspace: string
  out: string
  school: string[]
  lastYear: boolean
  lang: Lang
}

/** A change of the register: one at a time, and none beside a new register. */
function deed<T>(
  flags: string,
  description: string,
  parse: (word: string, before?: T) => T,
): Option {
  return new Option(flags, description)
    .argParser(parse)
    .conflicts(
      ['from', 'add', 'set', 'merge', 'part'].filter((name) => !flags.startsWith(`--${name} `)),
    )
}

function portNumber(text: string): number {
  const port = /^\d{1,5}$/u.test(text) ? Number(text) : -1
  if (port < 0 || port > 65_535) throw new InvalidArgumentError('0–65535')
  return port
}

function asApiError(error: unknown): ApiError {
  if (error instanceof CallError) return error
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown'
  return { code: 'internal', params: { message } }
}

if (import.meta.main) {
  keepCompiled()
  process.exitCode = await main(process.argv.slice(2))
}
