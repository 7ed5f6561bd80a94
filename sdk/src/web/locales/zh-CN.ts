export default {
  'ln.close': '关闭',
  'ln.cancel': '取消',
  'ln.retry': '重试',
  'ln.more': '加载更多',
  'ln.external': '外部',
  'ln.problem.rule': '规则“{rule}”。{reason}',
  'ln.problem.trace': '编号 {traceId}',
  'ln.why': '为什么{name}能看到？',
  'ln.why.me': '为什么我能看到？',
  'ln.resize': '调整宽度',
}
