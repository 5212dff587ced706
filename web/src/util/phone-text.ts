/**
 * German area codes by length, without the leading zero: two digits for four cities, three for the larger
 * ones, else four (in the east five). A number whose code is unknown is shown unbroken, never broken wrongly.
 */
const TWO_DIGITS = /^(30|40|69|89)/
const THREE_DIGITS =
  /^(20[1-9]|21[24]|221|228|23[14]|2[4-9]1|33[15]|34[015]|351|355|361|365|371|375|381|385|391|395|4[2-9]1|5[1-9]1|6[1-9]1|7[1-9]1|8[1-8]1|906|9[1-9]1|1[567]\d)/

/** „030 23125001“, „0171 3920017“; a number of another country stays as it is: „+43 …“. */
export const phoneText = (e164: string): string => {
  if (!e164.startsWith('+49')) return e164
  const national = e164.slice(3)
  const code = TWO_DIGITS.exec(national)?.[0] ?? THREE_DIGITS.exec(national)?.[0] ?? ''
  return code === '' ? `0${national}` : `0${code} ${national.slice(code.length)}`
}
