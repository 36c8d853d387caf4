import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { CHANNELS } from '../shared/channels.ts'
import type { PreloadBridge } from '../shared/host.ts'

// Four functions and nothing of Electron: the page can neither name a channel nor listen on one.
// Which methods there are is decided in the main process (dispatch), over the same METHODS.
const bridge = {
  host: 'electron',
  call: (method, args) => ipcRenderer.invoke(CHANNELS.call, String(method), args),
  pick: (options) => ipcRenderer.invoke(CHANNELS.pick, options),
  dropped: (files) =>
    ipcRenderer.invoke(
      CHANNELS.dropped,
      // A File made by a script has no path; it is left out here and never becomes one.
      files
        .map(({ file, path }) => ({ at: webUtils.getPathForFile(file), path }))
        .filter(({ at }) => at !== ''),
    ),
  save: (grant, name) => ipcRenderer.invoke(CHANNELS.save, String(grant), String(name)),
} satisfies PreloadBridge<File>

contextBridge.exposeInMainWorld('huishu', bridge)
