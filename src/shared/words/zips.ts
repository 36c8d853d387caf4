import type { ZipTrouble } from '../zips.ts'
import type { Lang } from './template.ts'

/** What is said of a zip, or of a file in one, that was not opened: what is the matter and what to do. */
export const ZIP_REASONS: Record<Lang, Record<ZipTrouble, string>> = {
  zh: {
    foreign:
      '这是 {detail} 压缩包，程序只解 zip，里面的报表没有读取；请解压后收取里面的文件，或用 zip 格式重新打包。',
    locked: '压缩包里的这个文件设有密码，未解开；请解压后单独收取，或请学校不加密重新发送。',
    overlap:
      '压缩包里的这个文件与另一个文件占用同一段内容，是损坏或伪造的压缩包，未解开；请重新打包发送。',
    method: '压缩包用了不支持的压缩方式（{detail}），这个文件未解开；请用普通 zip 格式重新打包。',
    broken: '压缩包里的这个文件已损坏，解不开；请重新打包发送。',
    directory: '压缩包的目录已损坏，只认出其中一部分文件（{detail}）；请重新打包发送，并核对份数。',
    depth: '压缩包里又套压缩包，超过 {detail} 层，未再解开；请解压后收取里面的文件。',
    ratio: '解开后会膨胀到 {detail}，远超正常报表，可能是压缩炸弹，未解开；请核对来源。',
    size: '解开后有 {detail}，超过单个文件的上限，未解开；请核对是否发错文件。',
    total: '这一次收取的压缩包解开后合计超过 {detail}，这个文件未解开；请分几次收取。',
    members: '这一次收取的压缩包里文件总数 {detail}，这个压缩包未打开；请分几次收取。',
    time: '解开所用时间过长{detail}，已停止；请解压后收取里面的文件。',
  },
  en: {
    foreign:
      'This is a {detail} archive; only zips are opened, and returns in it were not read. Unpack it and receive the files inside, or pack it again as a zip.',
    locked:
      'This file in a zip has a password and was not unpacked; unpack it first, or ask the school to send it without one.',
    overlap:
      'This file in a zip shares its content with another one, as only a damaged or forged zip does; not unpacked. Pack it again.',
    method:
      'The zip was packed by a method that is not supported ({detail}); this file was not unpacked. Pack it as an ordinary zip.',
    broken: 'This file in a zip is damaged and cannot be unpacked; pack and send it again.',
    directory:
      'The zip’s directory is damaged; only some of its files were found ({detail}). Pack it again and compare the number of files.',
    depth:
      'Zips inside zips, more than {detail} deep; not opened any further. Unpack it and receive the files inside.',
    ratio:
      'It would unpack to {detail}, far more than any return, as a zip bomb does; not unpacked. Check where it comes from.',
    size: 'It unpacks to {detail}, more than a file may have; not unpacked. Check whether it is the right file.',
    total:
      'The zips received at this time unpack to more than {detail} together; this file was not unpacked. Receive them in several goes.',
    members:
      'The zips received at this time hold too many files together ({detail}); this one was not opened. Receive them in several goes.',
    time: 'Unpacking took too long {detail} and was ended; unpack it and receive the files inside.',
  },
}
