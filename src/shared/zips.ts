/** Why a zip, or a file in one, was not opened: the reason's parameter `zip`. */
export const ZIP_TROUBLES = [
  'foreign',
  'locked',
  'overlap',
  'method',
  'broken',
  'directory',
  'depth',
  'ratio',
  'size',
  'total',
  'members',
  'time',
] as const
export type ZipTrouble = (typeof ZIP_TROUBLES)[number]
