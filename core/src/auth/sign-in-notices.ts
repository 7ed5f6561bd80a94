import type { Locale } from '@liaison/sdk'
import { PersonEntity } from '../directory/directory-entities.ts'
import { readRows } from '../rooms/read-rows.ts'
import { type AnyWork, unitOf } from '../rooms/unit-of.ts'
import type { AuthRooms } from './auth-rooms.ts'

const subjects = {
  'password-changed': { 'zh-CN': '你的密码已修改', en: 'Your password was changed' },
  'password-reset': { 'zh-CN': '管理员重置了你的密码', en: 'An administrator reset your password' },
  'address-changed': { 'zh-CN': '你的邮箱地址已修改', en: 'Your mail address was changed' },
  'authenticator-added': { 'zh-CN': '两步验证已开启', en: 'Two-step verification is on' },
  'authenticator-removed': { 'zh-CN': '身份验证器已移除', en: 'Your authenticator app was removed' },
  'passkey-added': { 'zh-CN': '已添加新的通行密钥', en: 'A passkey was added' },
  'passkey-removed': { 'zh-CN': '通行密钥已移除', en: 'A passkey was removed' },
  'codes-renewed': { 'zh-CN': '恢复代码已更换', en: 'Your recovery codes were replaced' },
  'recovery-code-used': { 'zh-CN': '有人用恢复代码登录了你的账号', en: 'A recovery code was used to sign in' },
  'factors-removed': { 'zh-CN': '管理员移除了你的两步验证', en: 'An administrator removed your second factors' },
} as const
export type Notice = keyof typeof subjects

/** Tells the person by mail what happened to his sign-in, where there is mail: what somebody else did does not stay silent. */
export async function notify(
  work: AnyWork & { newId(): string },
  { db, mail, installation }: Pick<AuthRooms, 'db' | 'mail' | 'installation'>,
  personId: string,
  notice: Notice,
): Promise<void> {
  if (!mail.isConfigured) return
  const [person] = await readRows(db, PersonEntity, { id: personId }, unitOf(work).run)
  if (person === undefined || person.email === null) return
  const letter = noticeLetter(notice, { company: installation.name, at: work.now, locale: person.locale })
  await mail.send(work, { to: person.email, ...letter }, { actsFor: personId })
}

export function noticeLetter(notice: Notice, { company, at, locale }: { company: string; at: Date; locale: Locale }) {
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(at)
  const subject = `${subjects[notice][locale]} · ${company.replaceAll(/\s+/g, ' ')}`
  const text =
    locale === 'en'
      ? `Hello,\n\n${subjects[notice].en} on ${when} (Beijing time).\n\nIf this was not you, tell your administrator at once.\n`
      : `你好，\n\n${subjects[notice]['zh-CN']}，时间：${when}（北京时间）。\n\n如果不是你本人操作，请立即联系管理员。\n`
  return { subject, text }
}
