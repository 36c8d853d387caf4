import type { ReasonCode } from '../model.ts'
import type { Lang } from './template.ts'

/** What each reason says to a statistician: what is the matter and what to do. */
export const REASONS: Record<Lang, Record<ReasonCode, string>> = {
  zh: {
    encrypted: '文件设有打开密码，无法读取；请输入密码，或请学校取消密码后重报。',
    damaged: '文件损坏或不完整（{detail}），无法读取；请学校重新发送。',
    'empty-file': '文件为空（0 字节）；请学校重新发送。',
    'not-a-workbook': '不是电子表格（{detail}），未读取。',
    'lock-file': '是 Excel 打开文件时留下的临时文件，已略过。',
    'too-large':
      '文件过大，或已损坏而读不完（{detail}），未读取；请核对是否发错文件，再用 Excel 打开后另存为 .xlsx 重新发送。',
    'unknown-form': '没有找到任何一张本库的统计表；请核对是否为本次报表。',
    'unknown-school':
      '学校“{name}”（标识码 {code}）不在名册中；请在“待确认学校”中指定学校，或补充名册。',
    'code-missing': '表中没有填标识码，按校名“{name}”认定；请核对。',
    'code-typo': '标识码填为 {code}，名册为 {expected}，按校名“{name}”认定；请核对。',
    'short-name': '校名填为“{given}”，按“{name}”认定。',
    'school-conflict':
      '标识码 {code} 属于“{codeName}”，校名却是“{name}”；请核对是哪一所学校的报表。',
    'several-schools': '一个文件里有几所学校（{names}）；请拆分后重报，或指定学校。',
    'closed-school': '学校“{name}”在名册中的状态为“{status}”，不应报送；未计入合计。',
    'old-template':
      '表 {form} 与表式不同，没有找到：{labels}（可能是旧表式，也可能是行列被删去或改了名）；这些项目按空白处理，请核对后补报。',
    'missing-table': '缺表 {form}《{title}》；请学校补报。',
    'unreadable-cell': '“{raw}”不是数字，未采用；请核对后填入数字。',
    'error-cell': '单元格为错误值 {raw}，未采用；请学校修正公式。',
    'no-cached-value': '公式 {raw} 没有保存计算结果，未采用；请用 Excel 打开后保存再报。',
    'ambiguous-unit':
      '“{raw}”带有与该项单位（{unit}）不同的单位，可能是 {readings}，未采用；请核对。',
    'date-in-number': '“{raw}”被 Excel 当成了日期，未采用；请核对原数。',
    'not-a-count': '“{raw}”不是非负整数，已照录；请核对。',
    'figure-for-words':
      '“{asked}”应填文字，这里是数字 {raw}，已照录，可能是相邻的列错填到这里；请核对本行各列。',
    'not-a-choice': '“{raw}”不在表上可选的内容（{choices}）之内，已照录；请核对。',
    'digits-lost':
      '“{raw}”太长，Excel 只保留 15 位，末尾的数字已丢失，未采用；请把该格设为文本后重新填写。',
    'merged-cells': '该格与别的格合并，无法确定数字属于哪一项，未采用；请取消合并后重报。',
    'hidden-duplicate-table':
      '表 {form} 出现两次（{sheets}），采用“{used}”；两处数字不同，请核对。',
    'same-bytes': '与已收到的“{path}”内容完全相同。',
    'older-than': '同校已有较新的报表“{path}”，本文件不再采用。',
    'answers-queries': '是对退回核实的答复：答了 {answered} 题，共 {questions} 题。',
    'other-answers': '是“{title}”（{schoolYear}）退回核实的答复，不属于本库；请导入那个统计库。',
    'reply-changed':
      '除了答复，报表里还改了 {count} 格（如 {sample}）；没有自动替换，请看过差异再决定。',
    'unmatched-content':
      '表 {form} 的{place}“{label}”不在表式中，其中 {count} 个数未采用（如 {sample}）；请核对。',
    'unsure-line':
      '表 {form} 的{place}“{label}”在表式里不止一处，分不清是哪一处，其中 {count} 个数未采用（如 {sample}）；请写明所属的组别后重报。',
    'unsure-table':
      '工作表“{sheet}”既可能是表 {form}，也可能是表 {other}（两张表栏目相同），已按表 {form} 读取；请核对。',
    'unsure-layout':
      '表 {form} 的版式与表式相差较大（相符 {percent}%），请对照原表核对后确认版式。',
    'newer-return': '是“{path}”之后的新报表，采用后将替换它；请看过差异再决定。',
    'withdrawn-return': '已撤下（{reason}），不计入合计。',
    'own-collection': '是正在打开的统计库本身（或属于它的文件），不是报表；没有打开，已略过。',
    'merged-school':
      '学校“{name}”在名册中已并入“{into}”，按“{into}”计入；请核对这份报表是不是合并后的数。',
    'merged-return':
      '是“{name}”的报表，该校在名册中已并入“{into}”，没有计入合计；请看过差异再决定是否采用。',
    'school-weighed': '按“{name}”认定（{for}）；但{against}；请核对是哪一所学校的报表。',
    'school-inferred': '报表本身没有写清是哪一所学校，按“{name}”认定（{for}）；请核对。',
    'school-tied': '认不出是哪一所学校的报表：{against}；请在“待确认学校”中指定学校。',
    'program-fault':
      '程序没能读懂这个文件（{detail}），不是学校的问题；文件原样保留，请把它发给开发者。',
  },
  en: {
    encrypted:
      'The file is password-protected and cannot be read; enter the password, or ask the school to remove it.',
    damaged:
      'The file is damaged or incomplete ({detail}) and cannot be read; ask the school to send it again.',
    'empty-file': 'The file is empty (0 bytes); ask the school to send it again.',
    'not-a-workbook': 'Not a spreadsheet ({detail}); not read.',
    'lock-file': 'A temporary file that Excel leaves while a workbook is open; skipped.',
    'too-large':
      'The file is too large, or so damaged that reading it does not end ({detail}), and was not read; check that it is the right one, and save it again as .xlsx.',
    'unknown-form':
      'None of this collection’s tables was found in it; check that it is this year’s return.',
    'unknown-school':
      'School “{name}” (code {code}) is not in the register; assign it in the tray or complete the register.',
    'code-missing': 'No school code was filled in; identified by the name “{name}”. Please check.',
    'code-typo':
      'The code reads {code}, the register says {expected}; identified by the name “{name}”. Please check.',
    'short-name': 'The name reads “{given}”; identified as “{name}”.',
    'school-conflict':
      'Code {code} belongs to “{codeName}”, but the name is “{name}”; check whose return it is.',
    'several-schools': 'Several schools in one file ({names}); split it or assign a school.',
    'closed-school':
      'School “{name}” has status “{status}” in the register and should not report; not counted.',
    'old-template':
      'Table {form} differs from the form; not found: {labels} (an older layout, or lines that were deleted or renamed). These items count as blank; check, and ask the school for them.',
    'missing-table': 'Table {form} “{title}” is missing; ask the school for it.',
    'unreadable-cell': '“{raw}” is not a number and was not taken; check and enter the figure.',
    'error-cell':
      'The cell holds the error {raw} and was not taken; ask the school to mend the formula.',
    'no-cached-value':
      'Formula {raw} has no stored result and was not taken; open and save it in Excel, then send again.',
    'ambiguous-unit':
      '“{raw}” carries another unit than the item’s ({unit}); it could be {readings}. Not taken; please check.',
    'date-in-number': 'Excel made a date of “{raw}”; not taken, check the original figure.',
    'not-a-count': '“{raw}” is not a non-negative whole number; taken as it is, please check.',
    'figure-for-words':
      '“{asked}” asks for words and holds the figure {raw}, taken as it stands: it may belong to a column beside; please check this row.',
    'not-a-choice':
      '“{raw}” is none of what the form offers ({choices}); taken as it is, please check.',
    'digits-lost':
      '“{raw}” is longer than the 15 digits that Excel keeps, so its end is lost; not taken. Make the cell a text and type it again.',
    'merged-cells':
      'The cell is merged with others, so the figure’s item is unclear; not taken. Unmerge and send again.',
    'hidden-duplicate-table':
      'Table {form} occurs twice ({sheets}); “{used}” is used. The figures differ, please check.',
    'same-bytes': 'Identical to “{path}”, already received.',
    'older-than': 'A later return of the same school, “{path}”, is in; this one is not used.',
    'answers-queries': 'Answers {answered} of {questions} questions that were sent out.',
    'other-answers':
      'Answers questions of another collection, “{title}” ({schoolYear}); import it there.',
    'reply-changed':
      'Besides the answers, {count} cells of the return were changed (such as {sample}); nothing was replaced, look at the differences and decide.',
    'unmatched-content':
      'In table {form} the {place} “{label}” is not in the form; {count} figures in it were not taken (such as {sample}). Please check.',
    'unsure-line':
      'In table {form} the {place} “{label}” could be one of several of the form; {count} figures in it were not taken (such as {sample}). Name the group it belongs to and send it again.',
    'unsure-table':
      'Sheet “{sheet}” could be table {form} or table {other}, which have the same labels; it was read as {form}. Please check.',
    'unsure-layout':
      'Table {form} is laid out rather differently from the form ({percent}% alike); compare it with the sheet as sent and confirm the layout.',
    'newer-return':
      'A later return than “{path}”, which it would replace; look at the differences, then decide.',
    'withdrawn-return': 'Taken out ({reason}); not counted.',
    'own-collection':
      'The open collection itself, or a file of its own, not a return; it was not opened and is skipped.',
    'merged-school':
      'School “{name}” was merged into “{into}” in the register and counts for it; check that the figures are those of both.',
    'merged-return':
      'A return of “{name}”, which was merged into “{into}” in the register; not counted. Look at the differences, then decide.',
    'school-weighed': 'Taken for “{name}” ({for}), but {against}. Check whose return it is.',
    'school-inferred':
      'The return itself does not say plainly whose it is; taken for “{name}” ({for}). Please check.',
    'school-tied': 'It cannot be told whose return it is: {against}. Assign a school in the tray.',
    'program-fault':
      'The program failed on this file ({detail}); the school is not at fault. The file is kept as it is; please send it to the developers.',
  },
}

/** What is said instead where a return lacks what the sentence quotes; by the parameters that are empty. */
export const REASONS_WITHOUT: Record<Lang, Partial<Record<ReasonCode, Record<string, string>>>> = {
  zh: {
    'ambiguous-unit': {
      unit: '“{raw}”带有单位，而该项没有写明单位，可能是 {readings}，未采用；请核对。',
    },
    'unknown-school': {
      'name code': '报表里没有写学校名称和标识码，文件名也对不上名册；请在“待确认学校”中指定学校。',
      name: '标识码 {code} 不在名册中，报表里也没有写学校名称；请在“待确认学校”中指定学校，或补充名册。',
      code: '学校“{name}”不在名册中；请在“待确认学校”中指定学校，或补充名册。',
    },
  },
  en: {
    'ambiguous-unit': {
      unit: '“{raw}” carries a unit where the form gives none; it could be {readings}. Not taken; please check.',
    },
    'unknown-school': {
      'name code':
        'The return gives neither name nor code of a school, and its file name fits none; assign a school in the tray.',
      name: 'Code {code} is not in the register, and no school name is given; assign a school in the tray or complete the register.',
      code: 'School “{name}” is not in the register; assign it in the tray or complete the register.',
    },
  },
}

/** What is said of a table instead where a sheet may be meant for it; by its code, and whether all its labels stand there. */
export const NEARLY: Record<
  Lang,
  Record<'missing-table' | 'unknown-form', { some: string; all: string }>
> = {
  zh: {
    'missing-table': {
      some: '表 {form}《{title}》没有认出来：工作表“{where}”像是这张表，但 {of} 个行列标题只对上 {found} 个（没有找到：{labels} 等），没有采用；请按空白表改正后重报。',
      all: '表 {form}《{title}》没有认出来：工作表“{where}”有它的标题，但行列的位置与空白表对不上，没有采用；请按空白表改正后重报。',
    },
    'unknown-form': {
      some: '没有认出任何一张本库的统计表：工作表“{where}”像是表 {form}，但 {of} 个行列标题只对上 {found} 个（没有找到：{labels} 等）；请按空白表改正后重报，或核对是否为本次报表。',
      all: '没有认出任何一张本库的统计表：工作表“{where}”有表 {form} 的标题，但行列的位置与空白表对不上；请按空白表改正后重报。',
    },
  },
  en: {
    'missing-table': {
      some: 'Table {form} “{title}” was not recognised: sheet “{where}” looks like it, but only {found} of {of} row and column headings were found on it (not: {labels} …). Not taken; set it right after the blank and send it again.',
      all: 'Table {form} “{title}” was not recognised: sheet “{where}” has its headings, but they do not stand as on the blank. Not taken; set it right after the blank and send it again.',
    },
    'unknown-form': {
      some: 'None of this collection’s tables was recognised: sheet “{where}” looks like {form}, but only {found} of {of} row and column headings were found on it (not: {labels} …). Set it right after the blank and send it again, or check that it is this year’s return.',
      all: 'None of this collection’s tables was recognised: sheet “{where}” has the headings of {form}, but they do not stand as on the blank. Set it right after the blank and send it again.',
    },
  },
}

/** A number format that shows something else than the cell holds. */
export const SHOWN_OTHERWISE: Record<Lang, string> = {
  zh: '该格显示的是“{seen}”，存的数却是 {held}，不知道要的是哪一个，未采用；请核对后填入。',
  en: 'The cell shows “{seen}” but holds {held}; nobody can tell which is meant. Not taken; please check.',
}

/** What is said instead where more is known than the code says; by the parameter that tells it. */
export const REASONS_WITH: Record<
  Lang,
  Partial<Record<ReasonCode, { param: string; words: string }>>
> = {
  zh: {
    'ambiguous-unit': {
      param: 'said',
      words:
        '报表上写的单位是“{said}”，表式里该项的单位是“{unit}”，{value} 可能是 {readings}，未采用；请核对。',
    },
    'unsure-line': {
      param: 'again',
      words:
        '表 {form} 的{place}“{label}”在报表里不止一处（另见 {again}），分不清各是哪一项，其中 {count} 个数未采用（如 {sample}）；请核对{place}的名称后重报。',
    },
    'old-template': {
      param: 'beside',
      words:
        '表 {form} 没有找到：{labels}；报表上却有表式里没有的{beside}，可能就是它们改了名。这些项目没有按空白处理，有关的审核暂不判定；请核对后补报。',
    },
  },
  en: {
    'ambiguous-unit': {
      param: 'said',
      words:
        'The return says “{said}” where the form has “{unit}”: {value} could be {readings}. Not taken; please check.',
    },
    'unsure-line': {
      param: 'again',
      words:
        'In table {form} the {place} “{label}” stands in the return more than once (see {again}), and nobody can tell which is which; {count} figures in it were not taken (such as {sample}). Check what the lines are called and send it again.',
    },
    'old-template': {
      param: 'beside',
      words:
        'In table {form} was not found: {labels}; but the return has {beside}, which the form has not, and which may be these under another name. They are not taken for blank, and checks over them stay open; check, and ask the school for them.',
    },
  },
}

/** What a line or cell outside the form is called; kept with a reason in Chinese. */
export const PLACES_EN: Record<string, string> = {
  行: 'row',
  列: 'column',
  不填单元格: 'cell that is not asked for',
  整张表: 'whole table',
}
