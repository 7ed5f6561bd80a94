import type { ConsentText } from '@liaison/sdk/platform'

/**
 * The notice that is in force until an administrator writes the company's own: what Liaison itself keeps, and nothing that
 * only the company can promise.
 */
export const shippedNotice: ConsentText = {
  version: '2026-11',
  publishedAt: null,
  required: false,
  note: { 'zh-CN': '随 Liaison 提供', en: 'Comes with Liaison' },
  words: {
    'zh-CN': {
      uses: [
        { what: '姓名、账号、部门、职务', why: '让同事找到你，决定你能看到什么', kept: '账号注销前' },
        { what: '手机、邮箱', why: '联系和通知；加密保存，默认遮盖显示，查看完整号码须写明原因并留下记录', kept: '账号注销前' },
        { what: '消息和你创建的其他内容', why: '开展工作，归公司所有；账号注销后内容保留，不再显示你的姓名', kept: '按公司规定' },
        { what: '登录设备、IP 地址、时间', why: '保护账号安全，让你和管理员看到在哪里登录过', kept: '退出登录后删除，最长14天' },
        { what: '操作记录', why: '安全审计，出错时追查', kept: '默认12个月，至少6个月' },
      ],
      text: `本系统由你所在的公司，或邀请你参与项目的公司部署和管理，该公司是个人信息处理者。

我们只处理上表列出的信息，用于公司内部以及与客户、供应商、合作伙伴之间的沟通和协作。信息保存在公司自己的服务器上，Liaison 软件的开发者接触不到。

手机号和邮箱在数据库中加密。其他人看到的是遮盖后的号码；有权限的人查看完整号码时必须写明原因，并留下记录。外部人员只能看到自己参与的项目和项目里的人。

你可以随时在“设置 → 隐私”中查看和更正自己的资料，导出与你有关的全部数据，撤回同意，或注销账号。撤回同意后，账号会立即停用，直到你再次同意或注销。注销后姓名、账号、手机和邮箱会被删除且无法恢复，你发布的内容仍归公司所有，署名变为“已注销用户”。审计记录中的历史值会保留到期满为止。`,
    },
    en: {
      uses: [
        {
          what: 'Name, account, department, job title',
          why: 'So that colleagues find you, and to decide what you may see',
          kept: 'Until the account is deleted',
        },
        {
          what: 'Phone, mail',
          why: 'To reach and notify you; stored encrypted, shown masked; seeing a whole number takes a reason and leaves a record',
          kept: 'Until the account is deleted',
        },
        {
          what: 'Messages and what else you write',
          why: 'To do the work; it belongs to the company and stays without your name after the account is deleted',
          kept: 'As the company rules',
        },
        {
          what: 'Device, IP address and time of sign-in',
          why: 'To keep the account safe; you and administrators see where it is signed in',
          kept: 'Until signed out, 14 days at most',
        },
        { what: 'Records of actions', why: 'Security audit, and to find out what went wrong', kept: '12 months by default, 6 at least' },
      ],
      text: `This system is run by your company, or by the company that invited you into a project. That company is responsible for your personal information.

Only the information in the table above is used, for communication and work inside the company and with its customers, suppliers and partners. It is kept on the company's own servers; the makers of Liaison have no access to it.

Phone numbers and mail addresses are encrypted in the database. Others see them masked; whoever is allowed to see a whole number has to give a reason, and a record is kept. People from outside see only their own projects and the people in them.

Under Settings → Privacy you can at any time see and correct your information, take out all data about you, withdraw your consent, or delete the account. After a withdrawal the account is closed at once until you agree again or delete it. When it is deleted, name, account, phone and mail are erased and cannot be brought back; what you wrote stays the company's, by a “deleted user”. Former values in the audit trail stay until they expire.`,
    },
  },
}

/** The notice in one piece, for those who read it before they have an account. */
export function wholeText({ words }: ConsentText): string {
  const { uses, text } = words['zh-CN']
  return `${uses.map(({ what, why, kept }) => `${what}：${why}（${kept}）`).join('\n')}\n\n${text}`
}
