import { Option } from 'commander'

/** `--lang`, which every command has. */
export function language(): Option {
  return new Option('--lang <LANG>', '语言 · language').choices(['zh', 'en']).default('zh')
}

/** `--identity-numbers`, of the commands that write lists. */
export function identityNumbers(): Option {
  const about =
    '写出完整的身份证号、姓名和电话（默认遮盖） · identity numbers, names and telephones whole (masked otherwise)'
  return new Option('--identity-numbers', about).default(false)
}

/** `--basis`, of the commands that write figures. */
export function basis(): Option {
  return new Option('--basis <BASIS>', '上报数或核定数 · returned or adopted figures')
    .choices(['returned', 'adopted'])
    .default('adopted')
}
