import type { ConversationScript } from './conversation-script.ts'

/** Channels and chats with people of other companies. */
export const outsideScripts: readonly ConversationScript[] = [
  {
    kind: 'project',
    name: '客户投诉 C-17',
    project: 'C-17',
    topic: '远航物流装备3号分拣线HC-180控制器频繁重启。首次答复时限24小时。',
    members: ['hejiayi', 'yaoqian', 'zhaoqihang', 'gaoxiang', 'chensiqi', 'tanli', 'dingwen', 'matengfei'],
    lines: [
      [1, '16:20', 'matengfei', '你们好，我们3号分拣线上的HC-180控制器从上周五开始频繁重启，今天已经停线两次，一次20分钟左右。请尽快处理。'],
      [1, '16:32', 'hejiayi', '马经理您好，已收到，工程师正在分析日志，今天内给您初步结论。请问重启前指示灯是什么状态？'],
      [1, '16:38', 'dingwen', '重启前电源灯会闪两下，然后整机掉电，十几秒后自己起来。3号线一共12台，7号和9号柜最严重。'],
      [1, '16:41', 'hejiayi', '谢谢，这个信息很有用。麻烦导出7号柜的运行日志发给我们。'],
      [1, '17:15', 'gaoxiang', '从日志看，每次重启前都有24 V输入欠压记录，最低到过19.6 V。'],
      [1, '17:20', 'matengfei', '同一路电源上周五新接了一台输送机，会不会有影响？'],
      [1, '17:28', 'gaoxiang', '很可能。输送机启动瞬间电流大，会把24 V拉低。我们实验室今晚做复现。'],
      [0, '08:50', 'zhaoqihang', '实验室已复现：24 V跌到20 V以下会触发看门狗重启。'],
      [0, '09:20', 'hejiayi', '马经理，原因已定位：现场24 V电源瞬间跌落触发保护重启。今天先为您更换冗余电源，固件升级包明早送达。', { reply: 0 }],
      [0, '09:24', 'tanli', '冗余电源已从杭州仓调出，中午到现场。我13:30到，需要一名熟悉配电的同事配合。'],
      [0, '09:33', 'matengfei', '好的，我安排丁雯现场配合。'],
      [0, '09:41', 'dingwen', '好的，我们下午2点停线更换，请派人到场。联系人改为我，电话在工单里。'],
    ],
    unread: { chensiqi: 2, zhaoqihang: 2, gaoxiang: 3, yaoqian: 1, hejiayi: 1 },
  },
  {
    kind: 'project',
    name: '瑞丰电子合同对接',
    project: 'S-08',
    members: ['wangjianguo', 'nihua', 'fangyuan', 'xuliqiang'],
    lines: [
      [5, '11:02', 'fangyuan', '王经理，年度框架合同第二稿已发，价格在去年基础上下调1.8%，请审阅。'],
      [5, '11:30', 'wangjianguo', '收到，法务和财务本周内反馈。'],
      [4, '17:12', 'nihua', '方经理，质量保证期我们希望18个月，请内部再评估一下。'],
      [3, '09:48', 'xuliqiang', '铸件的疲劳测试目前做到15个月，18个月需要补做测试，大约两个月。'],
      [3, '10:05', 'fangyuan', '这批合同先按15个月，补测通过后签补充协议延长，可以吗？'],
      [2, '15:40', 'wangjianguo', '可以，但15到18个月之间的失效件请贵司免费分析原因。条款文本李经理会发给你们法务。'],
      [2, '15:58', 'fangyuan', '没问题。'],
      [1, '14:20', 'xuliqiang', '铸件样品预计27日到货，随箱附三坐标检测报告。'],
    ],
    unread: { nihua: 1, wangjianguo: 1 },
  },
  {
    kind: 'group',
    name: '蓝桥品牌 · 主视觉',
    members: ['zhoumin', 'moxiaoyu', 'shenyiran'],
    lines: [
      [4, '10:20', 'shenyiran', '主视觉第一版三个方向已上传，A偏科技，B偏现场，C偏人。'],
      [4, '10:52', 'zhoumin', '我们倾向B，真实的现场感更适合老客户。请把控制器占画面的比例再放大一点。'],
      [2, '18:05', 'shenyiran', '主视觉第二版已上传，请查收。'],
      [1, '09:26', 'moxiaoyu', '第二版收到，光线很好。有个变化：散热孔改到两侧了，侧面角度需要补拍。'],
      [1, '09:40', 'shenyiran', '可以补拍，需要V3外壳的样机一台，周三前到我们影棚。'],
      [0, '09:26', 'zhoumin', '样机周三上午送到，收件人写您可以吗？'],
      [0, '09:44', 'shenyiran', '可以，地址不变。'],
    ],
    unread: { moxiaoyu: 2, zhoumin: 1 },
  },
]
