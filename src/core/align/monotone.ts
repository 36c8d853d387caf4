/**
 * Best order-preserving pairing of two sequences (Needleman and Wunsch, J. Mol. Biol. 48 (1970),
 * with free gaps): entries may be missing on either side, none may cross.
 *
 * @param score of pairing i with j; 0 or less means they do not go together
 * @returns for each i the j it is paired with, or -1
 */
export function pairInOrder(
  countA: number,
  countB: number,
  score: (i: number, j: number) => number,
): number[] {
  const width = countB + 1
  const best = new Float64Array((countA + 1) * width)
  const scores = new Float64Array(countA * countB)
  for (let i = countA - 1; i >= 0; i--) {
    for (let j = countB - 1; j >= 0; j--) {
      const gain = score(i, j)
      scores[i * countB + j] = gain
      const skip = Math.max(best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0)
      const take = gain > 0 ? gain + (best[(i + 1) * width + j + 1] ?? 0) : 0
      best[i * width + j] = Math.max(skip, take)
    }
  }
  const pairs = Array.from({ length: countA }, () => -1)
  let i = 0
  let j = 0
  while (i < countA && j < countB) {
    const here = best[i * width + j] ?? 0
    const gain = scores[i * countB + j] ?? 0
    if (gain > 0 && here === gain + (best[(i + 1) * width + j + 1] ?? 0)) {
      pairs[i] = j
      i++
      j++
    } else if (here === (best[(i + 1) * width + j] ?? 0)) i++
    else j++
  }
  return pairs
}
