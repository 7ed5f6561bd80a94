import type { Locale } from '@liaison/sdk'

interface Reset {
  readonly company: string
  readonly name: string
  readonly locale: Locale
  readonly url: string
  readonly until: Date
  /** By somebody who says that he is the person; else by an administrator */
  readonly asked: boolean
}

/** With the link that sets a new password. */
export function resetLetter({ company, name, locale, url, until, asked }: Reset) {
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(until)
  const of = company.replaceAll(/\s+/g, ' ')
  if (locale === 'en')
    return {
      subject: `Choose a new password · ${of}`,
      text: `Hello ${name},

${asked ? 'somebody asked for a new password for your account' : 'an administrator reset your password'}. Choose a new one here:

${url}

The link works once, until ${when} (Beijing time).${asked ? ' If it was not you, ignore this letter: nothing has changed.' : ''}
`,
    }
  return {
    subject: `设置新密码 · ${of}`,
    text: `${name}，你好：

${asked ? '有人为你的账号申请了重设密码' : '管理员重置了你的密码'}。请打开下面的链接设置新密码：

${url}

链接只能使用一次，有效期至${when}（北京时间）。${asked ? '如果不是你本人申请，请忽略这封邮件，你的密码没有变化。' : ''}
`,
  }
}
