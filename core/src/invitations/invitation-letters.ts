interface InvitationFacts {
  readonly company: string
  readonly sponsor: string
  readonly project: string
  readonly url: string
  readonly until: Date
}

const dayOf = (at: Date, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Asia/Shanghai' }).format(at)
/** What people wrote becomes one line of a letter. */
const line = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 100)

/** To the person invited, whose language is not known: both. */
export const invitationLetter = ({ company, sponsor, project, url, until }: InvitationFacts) => ({
  subject: `${line(sponsor)}邀请你加入「${line(project)}」· ${line(company)}`,
  text: `你好，

${line(company)}的${line(sponsor)}邀请你加入项目「${line(project)}」。请打开下面的链接设置账号：

${url}

链接只能使用一次，有效期至${dayOf(until, 'zh-CN')}。如果你不认识邀请人，请忽略这封邮件。

—

${line(sponsor)} of ${line(company)} invites you to the project "${line(project)}". Open the link above to set up your account.
It works once, until ${dayOf(until, 'en')}. If you do not know the sender, ignore this letter.
`,
})

/** To the sponsor, before the access of somebody whom he invited ends. */
export const endingLetter = ({ person, project, at }: { person: string; project: string; at: Date }) => ({
  subject: `${line(person)}在「${line(project)}」的访问即将到期`,
  text: `你好，

你邀请的外部人员${line(person)}在项目「${line(project)}」的访问将于${dayOf(at, 'zh-CN')}到期，届时账号会自动停用。
如果合作还要继续，请在到期前重新邀请。
`,
})
