import { Option } from 'commander'
import type { Command } from 'commander'
import { EARLIER } from '../../shared/last-year.ts'
import { language } from './options.ts'
import type { PriorOptions } from './prior.ts'

/** `prior`: values of earlier periods, listed, taken and taken out. */
export function addPrior(program: Command): void {
  program
    .command('prior')
    .description(
      '上年、同期、上期数据：列出、选用、停用 · values of earlier periods: listed, taken, taken out',
    )
    .argument('<WORKSPACE>', '统计库 · collection file (.huishu)')
    .argument('[FILE]', '那时的统计库、汇总表或明细表 · collection or workbook of then')
    .addOption(
      new Option('--of <PERIOD>', '哪个时期 · which period').choices(EARLIER).default('last'),
    )
    .option('--remove', '停用 · take the values out', false)
    .option('--reason <TEXT>', '原因 · why', '')
    .addOption(language())
    .action(
      (
        workspace: string,
        file: string | undefined,
        options: Omit<PriorOptions, 'workspace' | 'file'>,
      ) => import('./prior.ts').then((on) => on.priorCommand({ workspace, file, ...options })),
    )
}
