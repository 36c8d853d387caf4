import type { SentLayer } from './layer.ts'
import type { Desk } from './desk.ts'

/** Shows a received sheet as sent, over whatever is in view. */
export function openSent(desk: Desk, wish: Omit<SentLayer, 'kind' | 'back'>): void {
  desk.store.set({ layer: { kind: 'sent', ...wish, back: desk.store.get().layer } })
}

/** Closes what lies on top; what it was opened from comes back into view. */
export function closeLayer(desk: Desk): void {
  desk.store.set({ layer: desk.store.get().layer?.back ?? null })
}
