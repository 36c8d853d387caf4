/** What the everyday characters for digits stand for; 两 is 2 before a measure word. */
export const HAN_DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** What 万 and 亿 multiply all that stands before them by. */
export const HAN_MYRIADS: Readonly<Record<string, bigint>> = { 万: 10_000n, 亿: 100_000_000n }
