import type { DemoContent } from '@liaison/sdk/server'
import { giveKudos } from './contract.ts'

const said: readonly (readonly [from: string, to: string, daysAgo: number, words: string])[] = [
  ['linzhiyuan', 'zhaoqihang', 6, '样机比计划早三天跑通，联调当天就把两个老问题一起解决了。'],
  ['yaoqian', 'tanli', 5, '周末接到远航的电话，两小时赶到现场，产线没有停。'],
  ['zhoumin', 'moxiaoyu', 4, '展会物料一张不差，还替客户改好了两块展板的翻译。'],
  ['guchen', 'sunyue', 3, '把需求评审里没人说清的那一页画成了图，大家终于说的是同一件事。'],
  ['wangjianguo', 'nihua', 2, '比了六家报价，轴承一项就省下九万，交期还提前了一周。'],
  ['hejiayi', 'chensiqi', 1, '客户问到很细的地方，一句“我现在就查给您”，十分钟后真的查到了。'],
]
const hours = 3_600_000

/** A wall as it looks after a week. */
const demo: DemoContent = async (company) => {
  for (const [from, to, daysAgo, words] of said) {
    const at = new Date(company.today.getTime() - (daysAgo * 24 - 10) * hours)
    await company.call(from, at, giveKudos, { body: { toId: company.personId(to), words } })
  }
}
export default demo
