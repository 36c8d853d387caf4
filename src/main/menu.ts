/** An entry of the application menu; only roles that Electron knows. */
interface MenuEntry {
  label: string
  submenu: { role: 'about' | 'hide' | 'quit' | 'cut' | 'copy' | 'paste' | 'minimize' | 'close' }[]
}

/**
 * The menu macOS needs for its own shortcuts. Windows and Linux have none: the interface carries
 * everything. 撤销 and 重做 are left out on purpose: they belong to the figures, not to a text field.
 */
export function menuTemplate(name: string): MenuEntry[] {
  return [
    { label: name, submenu: [{ role: 'about' }, { role: 'hide' }, { role: 'quit' }] },
    { label: '编辑', submenu: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }] },
    { label: '窗口', submenu: [{ role: 'minimize' }, { role: 'close' }] },
  ]
}
