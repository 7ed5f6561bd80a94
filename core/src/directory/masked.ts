/** `138****1234`: enough to recognise a number, too little to call it. */
export function maskedPhone(phone: string | null): string | null {
  if (phone === null) return null
  const digits = phone.replaceAll(/[ -]/g, '')
  return digits.length >= 9 ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : `****${digits.slice(-2)}`
}

/** `c****@example.com` */
export function maskedEmail(email: string | null): string | null {
  if (email === null) return null
  const at = email.lastIndexOf('@')
  return `${email.slice(0, 1)}****${email.slice(at)}`
}
