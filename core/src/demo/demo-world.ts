/** Departments in order, with the one above. */
export const departments = [
  { name: '总经办', parent: undefined },
  { name: '产品中心', parent: undefined },
  { name: '研发部', parent: undefined },
  { name: '市场部', parent: undefined },
  { name: '采购部', parent: undefined },
  { name: '服务中心', parent: undefined },
  { name: '客户成功组', parent: '服务中心' },
  { name: '现场服务组', parent: '服务中心' },
  { name: '法务部', parent: undefined },
  { name: '财务部', parent: undefined },
] as const
export type DepartmentName = (typeof departments)[number]['name']

export const organisations = [
  { name: '远航物流装备', kind: 'customer', manager: 'hejiayi', contact: 'dingwen' },
  { name: '瑞丰电子', kind: 'supplier', manager: 'wangjianguo', contact: 'fangyuan' },
  { name: '蓝桥品牌', kind: 'partner', manager: 'zhoumin', contact: 'shenyiran' },
] as const
export type OrganisationName = (typeof organisations)[number]['name']

interface DemoProject {
  readonly key: string
  readonly name: string
  readonly description: string
  readonly department: DepartmentName
  /** Account of whoever opened it */
  readonly lead: string
  readonly daysAgo: number
  readonly members: readonly string[]
}

/** The three journeys half-way through, and one more. */
export const projects: readonly DemoProject[] = [
  {
    key: 'L-1',
    name: '新品上市 L-1',
    description: '12月18日前完成HC-200控制器上市：结构定型、认证、首批500台备料与渠道物料。',
    department: '产品中心',
    lead: 'chensiqi',
    daysAgo: 40,
    members: [
      'chensiqi',
      'linzhiyuan',
      'guchen',
      'zhaoqihang',
      'sunyue',
      'zhoumin',
      'wangjianguo',
      'hejiayi',
      'liwenbo',
      'zhengxiaolan',
      'shenyiran',
    ],
  },
  {
    key: 'S-08',
    name: '供应商合同 S-08',
    description: '瑞丰电子年度采购框架合同：条款谈判、法务与财务审批、盖章归档。',
    department: '采购部',
    lead: 'wangjianguo',
    daysAgo: 18,
    members: ['wangjianguo', 'nihua', 'chensiqi', 'liwenbo', 'zhengxiaolan', 'fangyuan', 'xuliqiang'],
  },
  {
    key: 'C-17',
    name: '客户投诉 C-17',
    description: '远航物流装备3号分拣线HC-180控制器频繁重启，24小时内答复客户。',
    department: '服务中心',
    lead: 'yaoqian',
    daysAgo: 2,
    members: ['hejiayi', 'yaoqian', 'zhaoqihang', 'gaoxiang', 'chensiqi', 'tanli', 'dingwen', 'matengfei', 'wuhaitao'],
  },
  {
    key: 'G-3',
    name: '官网改版 G-3',
    description: '产品页与服务页改版，随HC-200上市一起发布。',
    department: '市场部',
    lead: 'zhoumin',
    daysAgo: 25,
    members: ['zhoumin', 'moxiaoyu', 'guchen', 'xuting', 'shenyiran'],
  },
]
