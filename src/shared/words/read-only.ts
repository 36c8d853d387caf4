import type { ReadOnly } from '../overview.ts'
import { fill } from './template.ts'
import type { Lang, Params } from './template.ts'

const WHY: Record<Lang, Record<ReadOnly['why'], string>> = {
  zh: {
    'in-use': '{person}（电脑 {host}）自 {since} 起正在使用它；等对方关闭后重新打开即可修改。',
    unwritable: '它所在的位置不能写入（只读磁盘或没有权限）；要修改，请另存副本到别处。',
    full: '它所在的磁盘已满；请腾出空间后重新打开。',
    copy: '浏览器只交来了它的副本，改了也存不下来；要修改，请直接打开它自己的文件。',
  },
  en: {
    'in-use':
      '{person} (computer {host}) has been using it since {since}; open it again when they have closed it.',
    unwritable:
      'Its place cannot be written to (a read-only disk, or no permission); to make changes, save a copy elsewhere.',
    full: 'Its disk is full; make room and open it again.',
    copy: 'This is a copy that the browser handed over, and changes would be lost; open its own file to make some.',
  },
}

/** Where another has it of whom nothing is known. */
const SOMEBODY: Record<Lang, string> = {
  zh: '另一个窗口或程序正在使用它；等它关闭后重新打开即可修改。',
  en: 'Another window or program is using it; open it again when that is closed.',
}

const AS_OF: Record<Lang, string> = {
  zh: '只能查看：{why}现在看到的是 {at} 的内容。',
  en: 'To be looked at only: {why} What is shown is as of {at}.',
}

/** What an open collection that cannot be written to is, by whose doing, and of what moment. */
export function readOnlyText(lang: Lang, readOnly: ReadOnly): string {
  const why = readOnlyWhy(lang, readOnlyParams(readOnly))
  return fill(AS_OF[lang], { why, at: minute(readOnly.asOf) })
}

/** Of a read-only collection what a sentence needs. */
export function readOnlyParams({ why, holder }: ReadOnly): Params {
  if (holder === null) return { cause: why }
  const { person, user, host, since } = holder
  return { cause: why, person: person === '' ? user : person, host, since }
}

/** Why it can only be looked at; `params` as of `readOnlyParams`. */
export function readOnlyWhy(lang: Lang, params: Params): string {
  const cause = params['cause']
  if (cause !== 'unwritable' && cause !== 'full') {
    if (params['host'] === undefined) return SOMEBODY[lang]
    return fill(WHY[lang]['in-use'], { ...params, since: minute(String(params['since'])) })
  }
  return WHY[lang][cause]
}

/** An ISO time to the minute, in the time of this machine. */
export function minute(iso: string): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  const two = (n: number): string => String(n).padStart(2, '0')
  const day = `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`
}
