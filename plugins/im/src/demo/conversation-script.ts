/** One line of a scripted conversation: days ago, time of day, account, what was said. */
export type Line = readonly [
  daysAgo: number,
  time: string,
  account: string,
  text: string,
  extra?: { readonly reply?: number; readonly recalled?: true },
]

/** A conversation of the demo company as it was held. */
export interface ConversationScript {
  readonly kind: 'direct' | 'group' | 'project'
  readonly name?: string
  readonly topic?: string
  /** Key of the project */
  readonly project?: string
  /** The first one starts it. */
  readonly members: readonly string[]
  readonly lines: readonly Line[]
  /** How many of the last lines somebody has not read; everybody else has read all. */
  readonly unread?: Readonly<Record<string, number>>
}

/** Names behind the accounts, as they are written after @. */
export const names: Readonly<Record<string, string>> = {
  linzhiyuan: '林志远',
  xuting: '许婷',
  chensiqi: '陈思齐',
  guchen: '顾晨',
  zhaoqihang: '赵启航',
  sunyue: '孙悦',
  gaoxiang: '高翔',
  zhoumin: '周敏',
  moxiaoyu: '莫小雨',
  wangjianguo: '王建国',
  nihua: '倪华',
  yaoqian: '姚倩',
  hejiayi: '何佳怡',
  shaowenjing: '邵文静',
  tanli: '谭力',
  liwenbo: '李文博',
  zhengxiaolan: '郑晓岚',
  panxiaodong: '潘晓东',
  dingwen: '丁雯',
  matengfei: '马腾飞',
  wuhaitao: '吴海涛',
  fangyuan: '方圆',
  xuliqiang: '徐立强',
  shenyiran: '沈亦然',
}
