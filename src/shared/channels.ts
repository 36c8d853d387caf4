/** IPC channels between preload and desktop; there are no others. */
export const CHANNELS = {
  call: 'huishu:call',
  pick: 'huishu:pick',
  dropped: 'huishu:dropped',
  save: 'huishu:save',
} as const
