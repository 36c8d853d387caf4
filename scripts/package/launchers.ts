import type { TargetName } from './targets.ts'

/** A small file of the package that is written, not copied. */
export interface Written {
  path: string
  text: string
  /** Whether a person or the desktop starts it. */
  program: boolean
}

/** Warnings off that are for developers, and V8's protection of code pages, which can end a process. */
const FLAGS = '--disable-warning=ExperimentalWarning --no-memory-protection-keys'

/** The files a person starts, for a target. */
export function launchersFor(target: TargetName): Written[] {
  return target.startsWith('win') ? onWindows() : onLinux()
}

/**
 * Windows Script Host starts Node without a console window, keeps Node's own signature whole, and is
 * part of every Windows. JScript, as VBScript is being taken out of it; ASCII, as it reads by the
 * system's code page; only the file's name is Chinese.
 */
function onWindows(): Written[] {
  const words = FLAGS.split(' ').map((flag) => `"${flag}"`)
  const open = script(`
var node = files.BuildPath(here, "program\\\\node\\\\node.exe");
if (!files.FileExists(node)) {
  ${say('程序文件不完整：缺少 program\\node\\node.exe。请把整个文件夹重新解压后再打开。')}
  WScript.Quit(1);
}
var words = [quoted(node), ${words.join(', ')}];
words.push(quoted(files.BuildPath(here, "program\\\\out\\\\main\\\\launch.js")));
for (var i = 0; i < WScript.Arguments.length; i++) words.push(quoted(WScript.Arguments(i)));
shell.Run(words.join(" "), 0, false);`)
  const associate = script(`
var start = quoted(files.BuildPath(shell.ExpandEnvironmentStrings("%SystemRoot%"), "System32\\\\wscript.exe"));
start += " " + quoted(files.BuildPath(here, "${escaped('汇数.wsf')}")) + ' "%1"';
shell.RegWrite(keys + ".huishu\\\\", "Huishu.Collection", "REG_SZ");
shell.RegWrite(keys + "Huishu.Collection\\\\", "${escaped('汇数统计库')}", "REG_SZ");
shell.RegWrite(keys + "Huishu.Collection\\\\shell\\\\open\\\\command\\\\", start, "REG_SZ");
${say('以后双击 .huishu 文件即用本程序打开（仅对当前用户）。')}`)
  const release = script(`
var gone = [".huishu\\\\", "Huishu.Collection\\\\shell\\\\open\\\\command\\\\", "Huishu.Collection\\\\shell\\\\open\\\\", "Huishu.Collection\\\\shell\\\\", "Huishu.Collection\\\\"];
for (var i = 0; i < gone.length; i++) {
  try { shell.RegDelete(keys + gone[i]); } catch (none) { }
}
${say('已取消 .huishu 文件的关联。')}`)
  const command = [
    '@echo off',
    'setlocal',
    'chcp 65001 >nul',
    `"%~dp0program\\node\\node.exe" ${FLAGS} "%~dp0program\\out\\main\\cli.js" %*`,
    'exit /b %errorlevel%',
    '',
  ].join('\r\n')
  return [
    { path: '汇数.wsf', text: open, program: true },
    { path: 'huishu.cmd', text: command, program: true },
    { path: '文件关联/关联huishu文件.wsf', text: inFolderBelow(associate), program: true },
    { path: '文件关联/取消关联.wsf', text: release, program: true },
  ]
}

function script(body: string): string {
  const lines = `<job>
<script language="JScript">
var shell = new ActiveXObject("WScript.Shell");
var files = new ActiveXObject("Scripting.FileSystemObject");
var here = files.GetParentFolderName(WScript.ScriptFullName);
var keys = "HKCU\\\\Software\\\\Classes\\\\";
// A backslash before the closing quotation mark would take it into the path.
function quoted(path) { return '"' + path.replace(/\\\\+$/, "$&$&") + '"'; }
${body.trim()}
</script>
</job>
`
  return lines.replaceAll('\n', '\r\n')
}

/** The script stands one folder deeper than the program. */
function inFolderBelow(text: string): string {
  return text.replace(
    'files.GetParentFolderName(WScript.ScriptFullName)',
    'files.GetParentFolderName(files.GetParentFolderName(WScript.ScriptFullName))',
  )
}

function say(sentence: string): string {
  return `WScript.Echo("${escaped(sentence)}");`
}

/** A text inside quotation marks, in ASCII. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replace(/[^\x20-\x7e]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/**
 * What the desktop runs: the program beside its own file, wherever that lies. Written as the Desktop Entry
 * Specification wants it: one argument in double quotes, with `"` and `$` behind a backslash, which is
 * doubled as in every text of such a file.
 */
function openBeside(): string {
  const command = 'exec "$(dirname "${1#file://}")/汇数" ${2:+"$2"}'
  const quoted = command.replaceAll(/["$`\\]/gu, String.raw`\\$&`)
  return `/bin/sh -c "${quoted}" huishu %k %f`
}

function onLinux(): Written[] {
  const shell = (entry: string) => `#!/bin/sh
# Follows links, so that it may be linked to from anywhere.
here=$(dirname "$(readlink -f "$0")")
exec "$here/program/node/node" ${FLAGS} "$here/program/out/main/${entry}.js" "$@"
`
  const desktop = `[Desktop Entry]
Type=Application
Name=汇数
Name[en]=Huishu
Comment=县级教育统计汇总
Comment[en]=Compiles a county's education statistics
Exec=${openBeside()}
Icon=x-office-spreadsheet
MimeType=application/x-huishu;
Categories=Office;Spreadsheet;
Terminal=false
`
  const associate = `#!/bin/sh
# 把“汇数”放进当前用户的程序菜单，并用它打开 .huishu 文件；“取消关联.sh”撤销。
set -e
here=$(dirname "$(dirname "$(readlink -f "$0")")")
share=\${XDG_DATA_HOME:-$HOME/.local/share}
mkdir -p "$share/applications" "$share/mime/packages"
# A percent sign is a field code there, and three signs mean something to sed.
place=$(printf '%s' "$here/汇数" | sed 's/%/%%/g; s/[&|\\\\]/\\\\&/g')
sed "s|^Exec=.*|Exec=\\"$place\\" %f|" "$here/汇数.desktop" > "$share/applications/huishu.desktop"
cat > "$share/mime/packages/huishu.xml" <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/x-huishu">
    <comment>汇数统计库</comment>
    <glob pattern="*.huishu"/>
  </mime-type>
</mime-info>
END
update-mime-database "$share/mime" 2>/dev/null || true
update-desktop-database "$share/applications" 2>/dev/null || true
xdg-mime default huishu.desktop application/x-huishu 2>/dev/null || true
echo '已关联 .huishu 文件（仅对当前用户）。'
`
  const release = `#!/bin/sh
share=\${XDG_DATA_HOME:-$HOME/.local/share}
rm -f "$share/applications/huishu.desktop" "$share/mime/packages/huishu.xml"
update-mime-database "$share/mime" 2>/dev/null || true
update-desktop-database "$share/applications" 2>/dev/null || true
echo '已取消 .huishu 文件的关联。'
`
  return [
    { path: '汇数', text: shell('launch'), program: true },
    { path: 'huishu', text: shell('cli'), program: true },
    { path: '汇数.desktop', text: desktop, program: true },
    { path: '文件关联/关联huishu文件.sh', text: associate, program: true },
    { path: '文件关联/取消关联.sh', text: release, program: true },
  ]
}
