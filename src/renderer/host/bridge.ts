import type { HostBridge, PreloadBridge } from '../../shared/host.ts'
import { webBridge } from './web.ts'

export type Host = HostBridge<File>

declare global {
  interface Window {
    /** Put there by the preload script; absent in a browser. */
    huishu?: PreloadBridge<File>
  }
}

/** The bridge to the program around this page: Electron's where there is one, else the web host's. */
export function hostBridge(): Host {
  const preload = window.huishu
  if (!preload) return webBridge()
  return {
    kind: 'electron',
    call: (method, args) => preload.call(method, args),
    pick: (options) => preload.pick(options),
    drop: (files) => preload.dropped(files),
    save: (grant, name) => preload.save(grant, name),
  }
}
