/**
 * Hands out a fixed number of places, first come first served. Who needs several waits until they
 * are free together, and nobody passes by meanwhile.
 */
export class Turns {
  private free: number
  private readonly waiting: { places: number; go: () => void }[] = []

  constructor(places: number) {
    this.free = places
  }

  /** Resolves when `places` are taken; to be given back with `give`. */
  take(places: number): Promise<void> {
    return new Promise((go) => {
      this.waiting.push({ places, go })
      this.next()
    })
  }

  give(places: number): void {
    this.free += places
    this.next()
  }

  private next(): void {
    for (let first = this.waiting[0]; first !== undefined; first = this.waiting[0]) {
      if (first.places > this.free) return
      this.free -= first.places
      this.waiting.shift()
      first.go()
    }
  }
}
