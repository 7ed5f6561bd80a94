export default {
  'ln.close': '关闭',
  'ln.cancel': '取消',
  'ln.retry': '重试',
  'ln.external': '外部',
  'ln.problem.trace': '编号 {traceId}',
  'ln.resize': '调整宽度',
}
