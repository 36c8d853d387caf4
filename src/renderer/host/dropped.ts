import type { DroppedFile } from '../../shared/host.ts'

/**
 * Files of a drop with their places. In the browser folders are walked here; Electron's host is
 * given what was dropped and walks folders itself. Must be called inside the drop event: the
 * entries are gone afterwards.
 */
export async function droppedFiles(
  transfer: DataTransfer,
  kind: 'electron' | 'web',
): Promise<DroppedFile<File>[]> {
  if (kind === 'electron') return [...transfer.files].map((file) => ({ file, path: file.name }))
  const found: DroppedFile<File>[] = []
  const entries: FileSystemEntry[] = []
  for (const item of transfer.items) {
    if (item.kind !== 'file') continue
    const entry = item.webkitGetAsEntry()
    const file = entry ? null : item.getAsFile()
    if (entry) entries.push(entry)
    // Files that come from a program and not from a folder (an attachment) have no entry.
    else if (file) found.push({ file, path: file.name })
  }
  for (const entry of entries) await walk(entry, '', found)
  return found
}

async function walk(
  entry: FileSystemEntry,
  above: string,
  found: DroppedFile<File>[],
): Promise<void> {
  const path = above + entry.name
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    found.push({ file, path })
    return
  }
  if (!isFolder(entry)) return
  const reader = entry.createReader()
  for (;;) {
    // readEntries gives at most a hundred at a time; an empty batch is the end.
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (batch.length === 0) return
    for (const child of batch) await walk(child, `${path}/`, found)
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
