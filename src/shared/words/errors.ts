import type { ErrorCode } from '../result.ts'
import type { Lang } from './template.ts'

/** What follows on the sentence of a damaged collection that could be looked into. */
export const SALVAGE: Record<Lang, string> = {
  zh: '其中还能读出 {lines} 条记录、{files} 份收到的文件。',
  en: ' Of it, {lines} entries and {files} received files can still be read.',
}

/** What follows on the sentence of a collection of which it is known who has it. */
export const HELD: Record<Lang, string> = {
  zh: '使用者：{person}，电脑 {host}，自 {since} 起。',
  en: ' It is used by {person}, computer {host}, since {since}.',
}

/** What went wrong, to what, and what to do. */
export const ERRORS: Record<Lang, Record<ErrorCode, string>> = {
  zh: {
    'unknown-method': '程序不认识这个操作（{method}）；请更新程序。',
    'bad-arguments': '操作的内容不对（{where}），未执行。',
    internal:
      '程序内部出错（{message}），刚才的操作没有执行，已有数据不受影响；请把这句话告诉开发者。',
    'no-collection': '还没有打开统计库；请先打开或新建。',
    'no-city': '还没有打开各县（市、区）的汇总；请先选择文件夹。',
    'no-such-file': '找不到文件“{path}”；请核对路径。',
    'no-such-grant': '文件已不可用；请重新选择。',
    'no-such-job': '这项任务已经结束。',
    'no-such-school': '名册中没有学校“{school}”。',
    'bad-list-value': '“{value}”不是“{heading}”这一栏要填的内容；没有修改。',
    'personal-column': '“{heading}”是个人信息，不在这里修改；请学校更正后重报。',
    'bad-blank': '“{path}”不能作为空表加入：{detail}。没有加入任何一份。',
    'bad-draft': '这张表还不能做成空表（{text}）；请先改正预览下方列出的问题。',
    'no-schools': '名册中没有应报的学校，不知道空表发给谁；请先在“设置 → 名册”加入学校。',
    'no-such-form': '本库没有表“{form}”。',
    'no-such-item': '本库没有项目“{item}”。',
    'no-such-entry': '没有第 {entry} 号记录。',
    'not-a-collection': '“{path}”不是汇数统计库；文件未改动。',
    'newer-version':
      '“{path}”由更新版本的汇数建立（格式 {version}）；请升级程序后再打开。文件未改动。',
    'damaged-collection': '统计库“{path}”已损坏（{detail}）；文件未改动，请用备份恢复。',
    'altered-collection':
      '统计库“{path}”里的“{what}”不是本程序建立的样子，可能被别的程序改过；没有打开，文件未改动。请用备份恢复，或抢救其中的数据另存。',
    'nothing-to-save': '“{path}”已无法读取，救不出任何数据；文件未改动，请用备份恢复。',
    'collection-in-use': '统计库“{path}”正在另一个窗口或程序中打开；请先关闭那一个。',
    'collection-taken':
      '统计库“{path}”已由{person}（电脑 {host}）打开；本机与它失去联系过，刚才的操作没有写入。请另存副本，再重新打开。',
    'collection-gone':
      '统计库“{path}”已不在原处（被移走、删除或替换），刚才的操作没有写入；请先“另存副本”保住已有内容，再查找原文件。',
    'read-only': '{why}这个统计库现在只能查看，没有写入。',
    'collection-exists': '“{path}”已经存在；请换一个名称。',
    'open-collection':
      '“{path}”就是正在打开的统计库（或属于它的文件），不能当作资料读入；请另选文件。',
    'over-collection': '“{path}”是统计库，不能被导出文件覆盖；请换一个文件名。',
    'cannot-write': '无法写入“{path}”（{detail}）；请检查磁盘空间和权限，或关闭正在使用它的程序。',
    'cannot-listen': '端口 {port} 无法使用（{detail}）；请用 --port 换一个，0 为任意。',
    'path-too-long':
      '“{path}”所在的文件夹层次太深，路径太长（{bytes} 字节），不能在那里使用统计库；请移到上层或名称短一些的文件夹。',
    'no-such-folder': '没有文件夹“{path}”；请写出完整路径，U 盘请先插好。',
    'not-one-collection':
      '“{first}”和“{second}”不是由同一个统计库分出来的，不能合并；请选用从同一个统计库“另存副本”后分头收表的两份。',
    'join-unlike':
      '“{first}”和“{second}”建库时的{what}不同（其中一份可能经过抢救），不能合并；请改用没有经过抢救的那一份。',
    'join-newer':
      '“{path}”里有更新版本的汇数写入的记录（第 {entry} 号），本版本看不懂，不能合并；请升级程序后再合并。',
    'join-decide-there':
      '这一处不能在这里取舍：另一份的那条记录同时改了别处；请到它所在的地方修改，改后这处分歧即算已定。',
    'year-unknown': '“{path}”看不出是哪一年的数据；请写明年度。',
    'year-not-earlier': '{year}年不早于本库的{now}年；这里只加入以前年度的数据。',
    'year-differs': '“{path}”是{found}的数据，不是{year}的；没有加入。',
    'year-of-other-county': '“{path}”是{other}的统计库，本库是{own}；没有加入。',
    'no-such-year': '本库没有{year}年的数据。',
    'no-next-year': '统计库没有写明学年，无法建下一年度的库；请先在“设置 → 常规”填写学年。',
    'no-such-backup': '这份备份已不在；请重新查看备份列表。',
    'backup-damaged':
      '新的备份读出来不完整，没有采用；原有备份都保留。统计库本身可能有损坏，请用“检查”查看。',
    'second-backup': '第二备份没有写成（{path}：{detail}）；旁边的备份已完成。',
    'no-anchor': '“{path}”的封面上没有校验链的记载；请选用本程序导出的汇总表。',
    'not-verified': '统计库与它的记录不一致，见上面各行；请勿据此上报，并用备份核对。',
    'bad-config': 'collection.yaml 第 {line} 行有误：{detail}。',
    'no-forms': '没有找到空白报表；请在 forms 文件夹放入空白报表。',
    'no-table-found': '“{path}”里没有认出统计表；请核对是否为空白报表。',
    'bad-register': '学校名册“{path}”无法使用：{detail}。',
    'bad-prior': '上年数据“{path}”无法使用：{detail}。',
    'bad-external': '外部数据“{path}”无法使用：{detail}。',
    'bad-controls':
      '比对表“{path}”无法使用：{detail}。请写明 表号[行,列] 或栏目名称，每行一个乡镇、学校或项目。',
    'wrong-password':
      '密码不对，或这种加密方式无法打开；文件没有改动，请核对密码，或请学校取消密码后重报。',
    'indicator-exists': '已有编号为“{id}”的指标；请换一个编号。',
    'no-return': '{school}还没有报来，不能填数；请先收取它的报表。',
    'cell-changed':
      '没有采用：{school} {item} 已不是 {was}，另一处已改为 {now}（共 {cells} 格）；列出的原数已更新，请核对后再采用。',
    'not-a-number': '“{value}”不是数字；请输入普通数字，如 1204 或 35.6。',
    'perhaps-fraction':
      '这里的单位是 %：{value} 是 {readings}？百分数请输入 98 这样的数；确是不到 1% 的，请连百分号一起输入。',
    'bad-list-count': '计数“{id}”不能用：{detail}；请改正后再保存。',
    'no-such-rule': '没有编号为“{rule}”的规则。',
    'rule-exists': '已有编号为“{rule}”的规则；请换一个编号。',
    'rule-incomplete': '规则要有编号和检查式；请补上。',
    'rules-unreadable': 'rules.yaml 的文字有误，程序无法在其中改写单条规则；请先按提示改正。',
    'school-unnamed': '请填写学校名称。',
    'bad-code': '标识码“{code}”无法使用；请填写完整的标识码，不要用科学计数法。',
    'code-taken': '标识码 {code} 已是“{name}”的；请核对，或先改正那一所。',
    'merged-into-itself': '“{name}”不能并入它自己；请另选一所学校。',
    untitled: '请填写统计库的名称。',
    'bad-date': '“{text}”不是日期；请写成 2025-10-31 的样子。',
    'bad-period':
      '“{text}”不是统计期；请写成 2025/2026、2026、2026-H1、2026-Q2、2026-06 或 2026年1-6月 的样子。',
    'nothing-changed': '没有改动。',
    'reason-missing': '请写明修改原因。',
    'nothing-to-check': '这个统计库没有待核对的复制提示。',
    'not-a-draft':
      '“{path}”不是能核对的初稿（{detail}）；请在 Word 或 WPS 中另存为 .docx，或存为 .txt、.md。',
    'draft-encrypted': '初稿“{path}”设有打开密码；请在 Word 中取消密码后再核对。',
    'draft-damaged': '初稿“{path}”已损坏或不完整（{detail}）；请在 Word 中打开后另存为 .docx。',
    'personal-needed': '没有清除：清除后“{item}”的数字会变，请先查明它为何取决于姓名或电话。',
    'bytes-removed':
      '收到的 {files} 份文件的原件已随个人信息清除，不能按新的表式重读；表式不再改动。',
    'text-too-large':
      '“{path}”无法在限度内读完（{detail}），没有采用；请检查其中是否有大量重复的引用、嵌套或内容，删减后重试。',
    'draft-too-large': '初稿“{path}”过大（{detail}），未核对；请分成几个文件。',
    'engine-missing':
      '本程序不带列式数据引擎（便携版不含）；请把“汇总引擎包”解压到程序文件夹后再试，其他功能不受影响。',
    'place-missing':
      '统计库没有写明属于哪个学年、省、市、县：学年在“设置”中填写；省、市（必要时县）请在导出时说明，命令行用 --province、--city、--county。',
    'partition-changed':
      '汇总期间“{county}”（{year}）的数据被重新导出，已停止，没有混用两次的数；请重新读取（重新汇总）。',
    'text-changed':
      '“{path}”打开以后被别人改过，没有覆盖；请先把自己写的复制出来，重新读取，再写进去。',
    'marks-unreadable':
      '“{path}”无法读取：里面记着此前确认的对应、忽略的存疑，现在一条都没有用上，也没有改动它。请改正这个文件，或移到别处后重新核对。',
    'nothing-to-roll-up':
      '“{path}”里没有可汇总的县（{year}）：既没有 Parquet 分区（year=…/province=…/city=…/county=…），也没有可用的 .huishu 统计库。',
    'partition-taken':
      '{year} 年“{county}”的位置上已有另一统计库“{title}”导出的数据，没有覆盖；确认要替换时请加 --replace。',
    'nothing-to-ask': '没有要退回核实的问题。',
    'nothing-to-undo': '没有可以撤销的操作。',
    'nothing-to-redo': '没有可以重做的操作。',
    cancelled: '已取消。',
  },
  en: {
    'unknown-method': 'The program does not know this operation ({method}); please update it.',
    'bad-arguments': 'The operation’s content is wrong ({where}); nothing was done.',
    internal:
      'Internal error ({message}); the operation was not carried out, existing data are untouched. Please report this sentence.',
    'no-collection': 'No collection is open; open or make one first.',
    'no-city': 'No roll-up of counties is open; choose its folder first.',
    'no-such-file': 'File “{path}” was not found; check the path.',
    'no-such-grant': 'The file is no longer available; pick it again.',
    'no-such-job': 'That job is over.',
    'no-such-school': 'There is no school “{school}” in the register.',
    'bad-list-value': '“{value}” is not what the column “{heading}” asks for; nothing was changed.',
    'personal-column':
      '“{heading}” says who a person is and is not changed here; ask the school to correct it.',
    'bad-blank': '“{path}” cannot be taken as a blank: {detail}. None was taken.',
    'bad-draft':
      'This form cannot be made yet ({text}); mend what is listed below the preview first.',
    'no-schools':
      'The register has no school that is to report, so nobody to send blanks to; add schools in Settings → Register.',
    'no-such-form': 'There is no table “{form}” in this collection.',
    'no-such-item': 'There is no item “{item}” in this collection.',
    'no-such-entry': 'There is no entry {entry}.',
    'not-a-collection': '“{path}” is not a Huishu collection; it was not changed.',
    'newer-version':
      '“{path}” was made by a newer Huishu (format {version}); update the program. The file was not changed.',
    'damaged-collection':
      'Collection “{path}” is damaged ({detail}); it was not changed, restore it from a backup.',
    'altered-collection':
      '“{what}” in the collection “{path}” is not as this program makes it; another program may have changed it. It was not opened and stays as it is. Use a backup, or save what can be saved of it.',
    'nothing-to-save': 'Nothing can be read of “{path}” any more; it stays as it is. Use a backup.',
    'collection-in-use':
      'Collection “{path}” is open in another window or program; close that one first.',
    'collection-taken':
      'Collection “{path}” has been opened by {person} (computer {host}) after this computer had lost touch with it; the last action was not written. Save a copy, then open it again.',
    'collection-gone':
      'Collection “{path}” is no longer in its place (moved, deleted or replaced); the last action was not written. Save a copy first to keep what there is, then look for the original.',
    'read-only': '{why} This collection can only be looked at now; nothing was written.',
    'collection-exists': '“{path}” exists already; choose another name.',
    'open-collection':
      '“{path}” is the open collection itself, or a file of its own, and cannot be read as material; choose another file.',
    'over-collection':
      '“{path}” is a collection and is not overwritten by an export; choose another name.',
    'cannot-write':
      'Cannot write “{path}” ({detail}); check disk space and permissions, or close the program that uses it.',
    'cannot-listen':
      'Port {port} cannot be used ({detail}); choose another with --port, 0 for any.',
    'path-too-long':
      'The path of “{path}” is too long ({bytes} bytes) for a collection to be used there; move it to a folder higher up or with a shorter name.',
    'no-such-folder':
      'There is no folder “{path}”; give its whole path, and put in the stick first.',
    'not-one-collection':
      '“{first}” and “{second}” did not come from one collection and cannot be joined; take two copies of one collection that were worked on apart.',
    'join-unlike':
      '“{first}” and “{second}” were made with different {what} (one may have been repaired) and cannot be joined; take the one that was not repaired.',
    'join-newer':
      '“{path}” has a line of a newer version (no. {entry}) that this one cannot read, so it cannot be joined; bring the program up to date first.',
    'join-decide-there':
      'This cannot be settled here: the other entry changed more than this. Change it where it stands; the difference then counts as settled.',
    'year-unknown': '“{path}” does not say which year it is of; name the year.',
    'year-not-earlier':
      '{year} is not before this collection’s {now}; only earlier years can be given.',
    'year-differs': '“{path}” is of {found}, not of {year}; not taken.',
    'year-of-other-county': '“{path}” is a collection of {other}, this one of {own}; not taken.',
    'no-such-year': 'This collection has no figures of {year}.',
    'no-next-year':
      'The collection does not say which school year it is of; enter it in Settings → General first.',
    'no-such-backup': 'That backup is gone; look at the list again.',
    'backup-damaged':
      'The new backup does not read whole and was not taken; the older ones stay. The collection itself may be damaged: have it checked.',
    'second-backup':
      'The second backup could not be written ({path}: {detail}); the one beside the collection was made.',
    'no-anchor':
      'The cover of “{path}” says nothing of a chain; use a workbook exported by this program.',
    'not-verified':
      'The collection is not as its record says, see the lines above; do not report on it, and compare a backup.',
    'bad-config': 'collection.yaml, line {line}: {detail}.',
    'no-forms': 'No blank workbooks were found; put the blank returns into the forms folder.',
    'no-table-found':
      'No statistical table was recognised in “{path}”; check that it is a blank return.',
    'bad-register': 'The school register “{path}” cannot be used: {detail}.',
    'bad-prior': 'Last year’s values “{path}” cannot be used: {detail}.',
    'bad-external': 'The external figures “{path}” cannot be used: {detail}.',
    'bad-controls':
      'The control totals “{path}” cannot be used: {detail}. Write table[row,column] or printed labels, a line per town, school or item.',
    'wrong-password':
      'The password is wrong, or this kind of lock cannot be opened; the file was not changed. Check the password, or ask the school to remove it.',
    'indicator-exists': 'There is an indicator “{id}” already; choose another id.',
    'no-return':
      '{school} has not reported, so no figure can be put there; receive its return first.',
    'cell-changed':
      'Nothing adopted: {school} {item} is no longer {was} but {now}, changed elsewhere ({cells} cells); the old figures shown are up to date now, look at them and adopt again.',
    'not-a-number': '“{value}” is not a number; type a plain number such as 1204 or 35.6.',
    'perhaps-fraction':
      'This is in %: is {value} meant as {readings}? Type a percentage as 98, or with its sign where it is below 1 %.',
    'bad-list-count': 'the count “{id}” cannot be used: {detail}; put it right and save again.',
    'no-such-rule': 'There is no rule “{rule}”.',
    'rule-exists': 'There is already a rule “{rule}”; choose another number.',
    'rule-incomplete': 'A rule needs a number and a check; fill them in.',
    'rules-unreadable':
      'The text of rules.yaml is damaged, so that no single rule can be written into it; correct it first.',
    'school-unnamed': 'Enter the school’s name.',
    'bad-code': 'Code “{code}” cannot be used; enter it in full, not in scientific notation.',
    'code-taken':
      'Code {code} is that of “{name}” already; check it, or correct that school first.',
    'merged-into-itself': '“{name}” cannot be merged into itself; choose another school.',
    untitled: 'Enter the collection’s title.',
    'bad-date': '“{text}” is no date; write it like 2025-10-31.',
    'bad-period':
      '“{text}” is no period; write it like 2025/2026, 2026, 2026-H1, 2026-Q2, 2026-06 or 2026-01/2026-06.',
    'nothing-changed': 'Nothing was changed.',
    'reason-missing': 'Please give the reason for the change.',
    'nothing-to-check': 'No copy of this collection waits to be checked.',
    'not-a-draft':
      '“{path}” is no draft that can be checked ({detail}); save it as .docx in Word or WPS, or as .txt or .md.',
    'draft-encrypted':
      'Draft “{path}” is password-protected; remove the password in Word, then check it.',
    'draft-damaged':
      'Draft “{path}” is damaged or incomplete ({detail}); open it in Word and save it as .docx.',
    'personal-needed':
      'Nothing was removed: the figure “{item}” would change. Find out why it hangs on names or telephone numbers.',
    'bytes-removed':
      'The bytes of {files} received files were removed with the personal data; they cannot be read again by other forms, so the forms stay as they are.',
    'text-too-large':
      '“{path}” cannot be read within the limits ({detail}) and was not taken; look for masses of aliases, nesting or entries, and shorten it.',
    'draft-too-large': 'Draft “{path}” is too large ({detail}) and was not checked; divide it.',
    'engine-missing':
      'This program came without the engine for columnar data (the portable folder does); unpack the roll-up engine pack into the program’s folder and try again. Everything else works without it.',
    'place-missing':
      'It is not known to which school year, province, city and county this collection belongs: set the school year in the settings; say the others when exporting, on the command line with --province, --city, --county.',
    'partition-changed':
      'The data of “{county}” for {year} were exported anew while they were being read; nothing was mixed. Read the folder again.',
    'text-changed':
      '“{path}” was changed by somebody else since it was opened; nothing was replaced. Copy what you wrote, read the folder again, and put it in.',
    'marks-unreadable':
      '“{path}” cannot be read: it holds the ties that were confirmed and the doubts let stand; none was used, and it was left as it is. Mend the file, or move it away and check again.',
    'nothing-to-roll-up':
      'In “{path}” there is no county for {year}: neither Parquet partitions (year=…/province=…/city=…/county=…) nor .huishu files that could be taken.',
    'partition-taken':
      'In the place of “{county}” for {year} there is data of another collection, “{title}”; nothing was replaced. Add --replace if it should be.',
    'nothing-to-ask': 'There is nothing to ask.',
    'nothing-to-undo': 'There is nothing to undo.',
    'nothing-to-redo': 'There is nothing to redo.',
    cancelled: 'Cancelled.',
  },
}
