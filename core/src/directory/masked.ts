/** `138****1234`: enough to recognise a number, too little to call it. */
export function maskedPhone(phone: string | null): string | null {
  if (phone === null) return null
  const digits = phone.replaceAll(/[ -]/g, '')
  return digits.length >= 9 ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : `****${digits.slice(-2)}`
}

/** `1101**********123X`: where from, and enough to tell two apart. */
export const maskedIdNumber = (number: string | null): string | null =>
  number === null ? null : `${number.slice(0, 4)}${'*'.repeat(Math.max(0, number.length - 8))}${number.slice(-4)}`

/** `c****@example.com` */
export function maskedEmail(email: string | null): string | null {
  if (email === null) return null
  const at = email.lastIndexOf('@')
  return `${email.slice(0, 1)}****${email.slice(at)}`
}
