/** A figure with a unit that no name has: “3.5亿元”, “98%”. */
const MEASURED = /\d[\d.,]* ?(?:[万亿]|%|元|所|人|名|个百分点|平方米)/u
const COUNTED = /^[约近超]?\d[\d.,]* ?\p{Script=Han}{1,3}$/u

/**
 * Whether what stands in quotation marks is a name or a saying (“139”工作体系, “三会一课”, “双减”)
 * and not a figure that was quoted.
 */
export function isNameInQuotes(inside: string): boolean {
  return !MEASURED.test(inside) && !COUNTED.test(inside)
}
