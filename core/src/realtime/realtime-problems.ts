import { defineProblem, invalidInput, type Problem } from '@liaison/sdk'

/** `members.limit` is how many topics a socket may hear at once. */
export const tooManySubscriptions = defineProblem('realtime/too-many-subscriptions', 409, {
  'zh-CN': '订阅的主题过多',
  en: 'Too many subscriptions',
})

/** Something unforeseen; the server's log has it under `members.traceId`. */
export const internal = defineProblem('internal', 500, { 'zh-CN': '服务器出错了', en: 'Something went wrong on the server' })

/** The server stops; connect again. */
export const stopping = defineProblem('realtime/stopping', 503, { 'zh-CN': '服务正在重启，请稍后', en: 'The server is restarting' })

/** A page of another site tried to open a socket with this site's cookie. */
export const foreignOrigin = defineProblem('realtime/foreign-origin', 403, { 'zh-CN': '不允许跨站连接', en: 'Connections from other sites are not allowed' })

export const invalidAfter = (): Problem => invalidInput({ errors: [{ pointer: '/after', message: 'must be a whole number from 0' }] })
