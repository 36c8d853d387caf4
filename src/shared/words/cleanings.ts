import type { CellState, FileStatus, CleaningKind, SchoolState } from '../model.ts'
import type { Lang } from './template.ts'

export const CLEANINGS: Record<Lang, Record<CleaningKind, string>> = {
  zh: {
    'text-number': '文本型数字',
    'full-width': '全角字符',
    separator: '千分位分隔符、末尾句点',
    space: '空格',
    unit: '数字后的单位',
    'unit-converted': '单位换算',
    'blank-mark': '表示“无”的符号',
    'formula-recomputed': '公式重新计算',
    'sheet-renamed': '工作表改名',
    'sheet-moved': '工作表换了位置',
    'row-inserted': '插入了行',
    'column-inserted': '插入了列',
    'row-missing': '缺少行',
    'column-missing': '缺少列',
    'helper-missing': '辅助行列被删除',
    'label-variant': '栏目文字写法不同',
    'extra-sheet': '多余的工作表',
    'extra-column': '学校自加的列',
    'extra-row': '学校自加的小计行',
    'row-skipped': '名单中不是记录的行',
    'sheet-joined': '续表并入名单',
    'lines-moved': '行列换了次序',
  },
  en: {
    'text-number': 'number stored as text',
    'full-width': 'full-width characters',
    separator: 'thousands separator, full stop at the end',
    space: 'spaces',
    unit: 'typed unit',
    'unit-converted': 'brought into another unit',
    'blank-mark': 'mark for “none”',
    'formula-recomputed': 'formula recomputed',
    'sheet-renamed': 'sheet renamed',
    'sheet-moved': 'sheet moved',
    'row-inserted': 'row inserted',
    'column-inserted': 'column inserted',
    'row-missing': 'row missing',
    'column-missing': 'column missing',
    'helper-missing': 'helper row or column removed',
    'label-variant': 'label written differently',
    'extra-sheet': 'extra sheet',
    'extra-column': 'column of the school’s own',
    'extra-row': 'subtotal of the school’s own',
    'row-skipped': 'row of a list that is no record',
    'sheet-joined': 'further sheet of a list taken in',
    'lines-moved': 'rows or columns in another order',
  },
}

export const CELL_STATES: Record<Lang, Record<CellState, string>> = {
  zh: {
    number: '数字',
    text: '文字',
    blank: '空白',
    na: '不适用',
    unreadable: '无法辨认',
    missing: '未报',
  },
  en: {
    number: 'number',
    text: 'text',
    blank: 'blank',
    na: 'not applicable',
    unreadable: 'unreadable',
    missing: 'missing',
  },
}

export const FILE_STATUSES: Record<Lang, Record<FileStatus, string>> = {
  zh: {
    accepted: '已收',
    queried: '待核',
    rejected: '无效',
    duplicate: '重复',
    superseded: '已被替换',
    ignored: '略过',
  },
  en: {
    accepted: 'accepted',
    queried: 'queried',
    rejected: 'rejected',
    duplicate: 'duplicate',
    superseded: 'superseded',
    ignored: 'ignored',
  },
}

export const SCHOOL_STATES: Record<Lang, Record<SchoolState, string>> = {
  zh: { reported: '已报', queried: '待核', rejected: '报表无效', missing: '未报' },
  en: { reported: 'reported', queried: 'to check', rejected: 'rejected', missing: 'missing' },
}
