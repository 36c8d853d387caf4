import type { TargetName } from './targets.ts'

/** What lies beside the launcher for the person who unpacks it. */
export function readMe(target: TargetName, version: string): string {
  const windows = target.startsWith('win')
  const lines = [
    `汇数 ${version}（便携版，${target}）`,
    '',
    '打开',
    windows
      ? '  双击“汇数.wsf”。程序在 Edge 或 Chrome 的独立窗口中打开；都没有时用默认浏览器。'
      : '  双击“汇数”或“汇数.desktop”。程序在 Chromium、Chrome、奇安信、360 等浏览器的独立窗口中打开；都没有时用默认浏览器。',
    '  不需要安装，不需要管理员权限，不访问网络。关闭窗口即退出，所有改动随时已存盘。',
    '  再次双击时不另开程序，而是进入已经运行的那一个。',
    '',
    '统计库放在哪里',
    '  程序文件夹里的“数据”文件夹。程序在光盘等不能写入的地方时，放在个人文件夹下的“汇数”。',
    '  换电脑时把整个文件夹一起带走；只带统计库时，退出程序后复制 .huishu 文件。',
    windows
      ? '  要指定别处，请设置环境变量 HUISHU_DATA_DIR。'
      : '  要指定别处，请设置环境变量 HUISHU_DATA_DIR；要指定浏览器，请设置 HUISHU_BROWSER。',
    '',
    '双击 .huishu 文件打开',
    `  运行一次“文件关联/关联huishu文件.${windows ? 'wsf' : 'sh'}”；“取消关联”撤销。只对当前用户有效。`,
    '',
    '命令行',
    windows ? '  huishu.cmd --help' : '  ./huishu --help',
    '',
    '删除',
    '  先取出“数据”里的统计库，再删除整个文件夹。',
    '',
    '许可证在 program/licences 与 program/node 中。',
    '',
  ]
  // Notepad of older Windows wants its own line ends, and the mark to know UTF-8 by.
  return windows ? `\uFEFF${lines.join('\r\n')}` : lines.join('\n')
}
