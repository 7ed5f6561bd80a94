import { definePlugin, jobs, mail } from '@liaison/sdk/server'
import { type Static, Type } from 'typebox'
import { SmtpMail } from './smtp-mail.ts'

const settings = Type.Object({
  url: Type.Optional(
    Type.String({ pattern: '^smtps?://[^/]+/?$', description: 'Mail server: smtp://user:password@host:587, or smtps://…; default: none' }),
  ),
  from: Type.String({ default: 'Liaison <liaison@localhost>', minLength: 3, maxLength: 200, description: 'Sender that people see' }),
})

/** Mail by SMTP, sent by a job. */
export const mailRoom = definePlugin<never, Static<typeof settings>>({
  id: 'mail',
  version: '0.1.0',
  title: { 'zh-CN': '邮件', en: 'Mail' },
  settings,
  tokens: [mail],
  setup({ settings: { url, from }, provide, get }) {
    const smtp = new SmtpMail({ jobs: get(jobs), url, from })
    provide(mail, () => smtp)
    return () => smtp.close()
  },
})
