import type { ConversationScript } from './conversation-script.ts'

/** Chats of two, and one with oneself. */
export const directScripts: readonly ConversationScript[] = [
  {
    kind: 'direct',
    members: ['linzhiyuan', 'chensiqi'],
    lines: [
      [2, '18:20', 'linzhiyuan', '远航二期的复盘你来写，重点写我们哪里反应慢了。'],
      [2, '18:31', 'chensiqi', '好，周五前给您。'],
      [0, '09:50', 'chensiqi', 'C-17的原因找到了，是现场供电跌落，不是控制器质量问题，服务中心下午去换冗余电源。'],
      [0, '09:53', 'linzhiyuan', '好。对外先讲措施，再讲原因。'],
      [0, '09:58', 'linzhiyuan', '周五评审会前把风险清单发我一份'],
    ],
    unread: { chensiqi: 1 },
  },
  {
    kind: 'direct',
    members: ['chensiqi', 'zhoumin'],
    lines: [
      [1, '10:12', 'zhoumin', '卖点顺序调好了，文案第二版在官网改版的文件夹里。'],
      [1, '10:20', 'chensiqi', '“现场换件3分钟”改成“现场3分钟换件”，读起来顺。'],
      [0, '09:05', 'chensiqi', '散热孔的事看到了吗？内衬要不要动？'],
      [0, '09:12', 'zhoumin', '好的，刀版我来改'],
    ],
  },
  {
    kind: 'direct',
    members: ['hejiayi', 'chensiqi'],
    lines: [
      [1, '17:40', 'hejiayi', '远航的马经理语气有点急，他们月底考核停线时间。'],
      [1, '17:48', 'chensiqi', '赔付口径先不谈，先把线恢复。需要研发到现场随时说。'],
      [1, '19:02', 'hejiayi', '远航那边情绪缓和了，谢谢支持'],
    ],
  },
  {
    kind: 'direct',
    members: ['sunyue', 'chensiqi'],
    lines: [
      [3, '16:10', 'sunyue', '实验室约到了，周四9:00，样机要两台。'],
      [3, '16:15', 'chensiqi', '找高翔拿，他那边有三台。'],
      [2, '17:33', 'sunyue', '固件V2.3.1的测试报告整理好了，结论：全部通过，静电一项带条件通过。'],
    ],
  },
  {
    kind: 'direct',
    members: ['zhengxiaolan', 'chensiqi'],
    lines: [
      [4, '15:22', 'chensiqi', '预算表第三页的模具摊销，是按500台还是按全年？'],
      [4, '15:40', 'zhengxiaolan', '预算表第三页口径我改过来了，按全年3,000台摊。'],
    ],
  },
  {
    kind: 'direct',
    members: ['zhaoqihang', 'gaoxiang'],
    lines: [
      [1, '20:10', 'gaoxiang', '复现了，20 V以下必现。'],
      [1, '20:14', 'zhaoqihang', '看门狗阈值放到18 V，硬件能撑住吗？'],
      [1, '20:22', 'gaoxiang', '能，稳压芯片到16 V都正常。固件改两行，测试要一晚上。'],
      [0, '08:41', 'gaoxiang', '一晚上跑了6,000次跌落，没有一次重启。'],
      [0, '08:44', 'gaoxiang', '升级包下午打好。'],
    ],
    unread: { zhaoqihang: 1 },
  },
  {
    kind: 'direct',
    members: ['hejiayi', 'dingwen'],
    lines: [
      [0, '09:45', 'hejiayi', '丁主管，下午谭力到门岗后联系您，麻烦提前登记一下访客。'],
      [0, '09:49', 'dingwen', '已登记，车辆从南门进。'],
    ],
    unread: { hejiayi: 1 },
  },
  {
    kind: 'direct',
    members: ['chensiqi'],
    lines: [[1, '21:05', 'chensiqi', '周五评审：\n- 模具：T1样件周二到，谁去验？\n- 认证：静电簧片写进BOM\n- 备料：芯片交期6周']],
  },
]
