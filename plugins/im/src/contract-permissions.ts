import { definePermission } from '@liaison/sdk'

const inside = {
  'general-manager': 'all',
  'department-head': 'all',
  'project-member': 'all',
  marketing: 'all',
  'account-manager': 'all',
  'supplier-manager': 'all',
} as const

/** Whatever the scope, membership decides which conversations one sees; `none` switches the module's content off. */
export const imRead = definePermission('im.read', {
  title: { 'zh-CN': '查看自己参与的会话', en: 'See conversations one takes part in' },
  presets: { ...inside, 'external-customer': 'project', 'external-guest': 'own' },
})
export const imSend = definePermission('im.send', {
  title: { 'zh-CN': '发送消息、发起会话', en: 'Send messages and start conversations' },
  presets: { ...inside, 'external-customer': 'project', 'external-guest': 'own' },
})
/** In conversations that one is a member of: what otherwise only the owner may do. */
export const imManage = definePermission('im.manage', {
  title: { 'zh-CN': '管理所在会话的成员和信息', en: 'Manage members and details of one’s conversations' },
  presets: { 'general-manager': 'all', 'department-head': 'all', 'account-manager': 'project' },
})
