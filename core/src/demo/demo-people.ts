import type { PresetRole } from '@liaison/sdk'
import type { DepartmentName, OrganisationName } from './demo-world.ts'

interface DemoPerson {
  /** Pinyin without separators */
  readonly account: string
  readonly name: string
  readonly title: string
  readonly phone: string
  readonly roles: readonly PresetRole[]
}
export interface InsidePerson extends DemoPerson {
  readonly departments: readonly DepartmentName[]
  readonly heads?: DepartmentName
}
export interface OutsidePerson extends DemoPerson {
  readonly organisation: OrganisationName
}

/** 恒川智能 makes controllers for logistics and factories; these are those one meets first. */
export const insidePeople: readonly InsidePerson[] = [
  {
    account: 'linzhiyuan',
    name: '林志远',
    title: '总经理',
    phone: '13901230001',
    roles: ['general-manager'],
    departments: ['总经办'],
    heads: '总经办',
  },
  { account: 'xuting', name: '许婷', title: '总经理助理', phone: '13901230002', roles: ['project-member'], departments: ['总经办'] },
  {
    account: 'chensiqi',
    name: '陈思齐',
    title: '产品总监',
    phone: '13812341234',
    roles: ['department-head', 'project-member'],
    departments: ['产品中心'],
    heads: '产品中心',
  },
  { account: 'guchen', name: '顾晨', title: '产品经理', phone: '13901230004', roles: ['project-member'], departments: ['产品中心'] },
  {
    account: 'zhaoqihang',
    name: '赵启航',
    title: '研发经理',
    phone: '13901230005',
    roles: ['department-head', 'project-member'],
    departments: ['研发部'],
    heads: '研发部',
  },
  { account: 'sunyue', name: '孙悦', title: '认证工程师', phone: '13901230006', roles: ['project-member'], departments: ['研发部'] },
  { account: 'gaoxiang', name: '高翔', title: '固件工程师', phone: '13901230007', roles: ['project-member'], departments: ['研发部'] },
  {
    account: 'zhoumin',
    name: '周敏',
    title: '市场经理',
    phone: '13901230008',
    roles: ['department-head', 'marketing'],
    departments: ['市场部'],
    heads: '市场部',
  },
  { account: 'moxiaoyu', name: '莫小雨', title: '市场专员', phone: '13901230009', roles: ['marketing'], departments: ['市场部'] },
  {
    account: 'wangjianguo',
    name: '王建国',
    title: '采购经理',
    phone: '13901230010',
    roles: ['department-head', 'supplier-manager'],
    departments: ['采购部'],
    heads: '采购部',
  },
  { account: 'nihua', name: '倪华', title: '采购专员', phone: '13901230011', roles: ['supplier-manager'], departments: ['采购部'] },
  {
    account: 'yaoqian',
    name: '姚倩',
    title: '服务总监',
    phone: '13901230012',
    roles: ['department-head', 'account-manager'],
    departments: ['服务中心'],
    heads: '服务中心',
  },
  {
    account: 'hejiayi',
    name: '何佳怡',
    title: '客户成功经理',
    phone: '13901231234',
    roles: ['account-manager', 'project-member'],
    departments: ['客户成功组'],
    heads: '客户成功组',
  },
  {
    account: 'shaowenjing',
    name: '邵文静',
    title: '客户成功专员',
    phone: '13901230014',
    roles: ['account-manager'],
    departments: ['客户成功组'],
  },
  { account: 'tanli', name: '谭力', title: '现场服务工程师', phone: '13901230015', roles: ['project-member'], departments: ['现场服务组'] },
  {
    account: 'liwenbo',
    name: '李文博',
    title: '法务经理',
    phone: '13901230016',
    roles: ['department-head', 'project-member'],
    departments: ['法务部'],
    heads: '法务部',
  },
  {
    account: 'zhengxiaolan',
    name: '郑晓岚',
    title: '财务经理',
    phone: '13901230017',
    roles: ['department-head', 'project-member'],
    departments: ['财务部'],
    heads: '财务部',
  },
  { account: 'panxiaodong', name: '潘晓东', title: '会计', phone: '13901230018', roles: ['project-member'], departments: ['财务部'] },
]

/** Outside people see only the projects they were taken into. */
export const outsidePeople: readonly OutsidePerson[] = [
  { account: 'dingwen', name: '丁雯', title: '生产主管', phone: '13701236021', roles: ['external-customer'], organisation: '远航物流装备' },
  {
    account: 'matengfei',
    name: '马腾飞',
    title: '设备经理',
    phone: '13701230002',
    roles: ['external-customer'],
    organisation: '远航物流装备',
  },
  {
    account: 'wuhaitao',
    name: '吴海涛',
    title: '现场工程师',
    phone: '13701230003',
    roles: ['external-customer'],
    organisation: '远航物流装备',
  },
  { account: 'fangyuan', name: '方圆', title: '大客户经理', phone: '13701230004', roles: ['external-customer'], organisation: '瑞丰电子' },
  { account: 'xuliqiang', name: '徐立强', title: '质量工程师', phone: '13701230005', roles: ['external-guest'], organisation: '瑞丰电子' },
  { account: 'shenyiran', name: '沈亦然', title: '客户总监', phone: '13701230006', roles: ['external-customer'], organisation: '蓝桥品牌' },
]
