import type { PersonalRow } from '../personal.ts'
import type { Lang } from './template.ts'

/** Sentences about what tells who a person is, for the screen and the command line. */
export const PERSONAL_WORDS = {
  zh: {
    kept: '不清除的：随库资料（汇总要用）、操作记录（已封签）：',
    unread: '打不开，没有查',
    removed: (n: number) => `${String(n)} 份原件的字节已清除。`,
    none: '收到的文件中没有查到身份证号、姓名、电话。',
    backups: (n: number) => `另有 ${String(n)} 份备份，清除时一并换成清除后的。`,
    identities: (n: number) => `身份证号 ${String(n)}`,
    names: (n: number) => `姓名 ${String(n)}`,
    telephones: (n: number) => `电话 ${String(n)}`,
  },
  en: {
    kept: 'Stays: what is kept beside the returns (figures are taken from it), and the record (it is sealed):',
    unread: 'cannot be opened, not looked into',
    removed: (n: number) => `The bytes of ${String(n)} files were removed.`,
    none: 'No identity numbers, names or telephone numbers in the received files.',
    backups: (n: number) =>
      `There are ${String(n)} backups too; removing puts one without them in their place.`,
    identities: (n: number) => `identity numbers ${String(n)}`,
    names: (n: number) => `names ${String(n)}`,
    telephones: (n: number) => `telephones ${String(n)}`,
  },
} as const satisfies Record<Lang, unknown>

/** How much there is in a file, kind by kind. */
export function countsText(
  lang: Lang,
  { identities, names, telephones }: Pick<PersonalRow, 'identities' | 'names' | 'telephones'>,
): string {
  const words = PERSONAL_WORDS[lang]
  return [
    ...(identities > 0 ? [words.identities(identities)] : []),
    ...(names > 0 ? [words.names(names)] : []),
    ...(telephones > 0 ? [words.telephones(telephones)] : []),
  ].join(lang === 'zh' ? '、' : ', ')
}
