import type { PresetRole } from '@liaison/sdk'

interface Preset {
  readonly key: PresetRole
  readonly name: string
  readonly description: string
  readonly external: boolean
}

/** The roles that every installation starts with (PM-1); a company renames and changes them as it likes. */
export const presetRoles: readonly Preset[] = [
  { key: 'general-manager', name: '总经理', description: '查看全公司的业务情况，下达和跟进决策', external: false },
  { key: 'department-head', name: '部门负责人', description: '负责本部门及下级部门的任务、文档和报表', external: false },
  { key: 'project-member', name: '项目组员', description: '处理所在项目的任务和文档，查阅知识库', external: false },
  { key: 'marketing', name: '市场专员', description: '发起市场项目和任务，不接触财务数据', external: false },
  { key: 'account-manager', name: '客户对接人', description: '对接客户，负责客户项目的沟通与答复', external: false },
  { key: 'supplier-manager', name: '供应商管理员', description: '对接供应商，负责采购项目的沟通与合同', external: false },
  { key: 'external-customer', name: '外部客户', description: '与对接人沟通，查看受邀项目中与自己有关的任务和文档', external: true },
  { key: 'external-guest', name: '外部访客', description: '只查看受邀项目中共享给自己的内容', external: true },
  { key: 'administrator', name: '系统管理员', description: '管理人员、角色和系统设置，不因此看到业务内容', external: false },
]
