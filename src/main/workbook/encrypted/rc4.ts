/** The stream cipher of old Office files, which no current crypto library offers any more. */
export class Rc4 {
  private readonly box = Uint8Array.from({ length: 256 }, (_, value) => value)
  private i = 0
  private j = 0

  constructor(key: Uint8Array) {
    const { box } = this
    for (let i = 0, j = 0; i < 256; i += 1) {
      j = (j + (box[i] ?? 0) + (key[i % key.length] ?? 0)) & 255
      const kept = box[i] ?? 0
      box[i] = box[j] ?? 0
      box[j] = kept
    }
  }

  /** The next byte of the key stream. */
  next(): number {
    const { box } = this
    this.i = (this.i + 1) & 255
    const a = box[this.i] ?? 0
    this.j = (this.j + a) & 255
    const b = box[this.j] ?? 0
    box[this.i] = b
    box[this.j] = a
    return box[(a + b) & 255] ?? 0
  }

  skip(count: number): void {
    for (let n = 0; n < count; n += 1) this.next()
  }

  /** The bytes encrypted or decrypted: both are the same. */
  apply(bytes: Buffer): Buffer {
    return Buffer.from(bytes.map((byte) => byte ^ this.next()))
  }
}
