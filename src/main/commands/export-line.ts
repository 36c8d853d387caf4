import { CommanderError, Option, type Command } from 'commander'
import type { Basis } from '../../shared/model.ts'
import type { Lang } from '../../shared/words/say.ts'
import type { RollupOptions } from './rollup.ts'
import { basis, identityNumbers, language } from './options.ts'

interface ExportOptions {
  out?: string
  parquet?: string
  province: string
  city: string
  county: string
  replace: boolean
  all: boolean
  evidence: boolean
  basis: Basis
  lang: Lang
  identityNumbers: boolean
}

/** `export WORKSPACE`: one file with --out, or a county's partition with --parquet. */
export function addExport(program: Command): void {
  program
    .command('export')
    .description('导出汇总表，或全部成果 · write the consolidated workbook, or everything')
    .argument('<WORKSPACE>', '统计库 · collection file (.huishu)')
    .option('--out <FILE>', '输出文件（.xlsx；全部成果为 .zip） · file to write')
    .option('--evidence', '依据包（.zip）：不用本程序也能核对 · an evidence pack', false)
    .option('--all', '全部成果：统计库、汇总表、总结、退回核实等 · everything, in one zip', false)
    .addOption(
      new Option(
        '--parquet <DIR>',
        '列式数据（Parquet），按年、省、市、县分区 · columnar data, in partitions',
      ).conflicts(['out', 'evidence', 'all']),
    )
    .option('--province <NAME>', '省（列式数据） · province of the partition', '')
    .option('--city <NAME>', '市（列式数据） · city of the partition', '')
    .option('--county <NAME>', '县，默认为本库的县 · county, else the collection’s', '')
    .option('--replace', '替换同一位置上另一统计库的数据 · also over another collection’s', false)
    .addOption(basis())
    .addOption(language())
    .addOption(identityNumbers())
    .action(async (workspace: string, options: ExportOptions) => {
      const { out, parquet } = options
      if (parquet !== undefined) {
        const { exportLakeCommand } = await import('./lake.ts')
        return exportLakeCommand({ ...options, workspace, folder: parquet })
      }
      if (out === undefined) throw missingOut()
      const on = await import('./export.ts')
      if (options.evidence) return on.exportEvidenceCommand({ ...options, workspace, out })
      if (options.all) return on.exportAllCommand({ ...options, workspace, out })
      return on.exportCommand({ ...options, workspace, out })
    })
}

/** `rollup DIR`: the counties of a city or province as one. */
export function addRollup(program: Command): void {
  program
    .command('rollup')
    .description(
      '市、省汇总：一个文件夹里各县的 .huishu 或 Parquet · the counties of a city as one',
    )
    .argument('<DIR>', '各县数据所在的文件夹 · folder of .huishu files and Parquet partitions')
    .option('--out <OUT>', '结果文件夹 · folder for the results')
    .option('--year <YEAR>', '期间，默认最近 · period as partitions call it, else the latest')
    .option('--province <NAME>', '省（.huishu 所属） · province of the .huishu files')
    .option('--city <NAME>', '市（.huishu 所属） · city of the .huishu files')
    .option('--title <TEXT>', '汇总表的标题 · title of the workbook')
    .option('--expect <COUNTY...>', '应有的县 · counties that should be there', [])
    .option('--by <ATTRIBUTE>', '另按此属性分组（乡镇、城乡…） · groups by an attribute too')
    .addOption(basis())
    .addOption(language())
    .action((folder: string, options: Omit<RollupOptions, 'folder'>) =>
      import('./rollup.ts').then((on) => on.rollupCommand({ folder, ...options })),
    )
}

/** What commander says of a mandatory option; --out is one unless --parquet stands for it. */
function missingOut(): CommanderError {
  const message = "error: required option '--out <FILE>' not specified"
  return new CommanderError(2, 'commander.missingMandatoryOptionValue', message)
}
