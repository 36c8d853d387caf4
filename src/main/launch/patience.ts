/** A while. */
export function patience(ms: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, ms)
  })
}
