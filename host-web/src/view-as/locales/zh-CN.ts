export default {
  'view-as.start': '以其身份查看',
  'view-as.heading': '以{name}的身份查看',
  'view-as.hint':
    '看到的是你和对方都有权看到的内容，最长30分钟，只能看、不能改。私密会话只在你也是成员时可见。开始、结束和看过的内容都会记入审计。',
  'view-as.reason': '原因',
  'view-as.reason.hint': '会记入审计，例如“排查看不到任务的问题”',
  'view-as.reason.missing': '请填写原因',
  'view-as.cancel': '取消',
  'view-as.go': '开始查看',
  'view-as.label': '以他人身份查看',
  'view-as.as': '正在以',
  'view-as.as.after': '的身份查看',
  'view-as.readOnly': '只读',
  'view-as.left': '剩余{left}',
  'view-as.end': '结束查看',
}
