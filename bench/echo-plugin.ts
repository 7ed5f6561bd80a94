import { Id, operation, text } from '@liaison/sdk'
import { bind, definePlugin } from '@liaison/sdk/server'
import { Type } from 'typebox'

/** What a bound operation is compared with: the same shapes on a bare fastify route. */
export const echoShapes = {
  params: Type.Object({ thingId: Id }),
  body: Type.Object({ title: text(200), priority: Type.Integer({ minimum: 0, maximum: 5 }) }),
  reply: Type.Object({ id: Id, title: Type.String(), priority: Type.Integer(), done: Type.Boolean() }),
}

const echo = operation({
  id: 'echo.echo',
  method: 'GET',
  path: '/echo/:thingId',
  access: 'signed-in',
  params: echoShapes.params,
  reply: echoShapes.reply,
})

export const answerOf = (thingId: string) => ({ id: thingId, title: '一件要做的事情', priority: 3, done: false })

export const echoPlugin = definePlugin({
  id: 'echo',
  version: '1.0.0',
  title: { 'zh-CN': '回声', en: 'Echo' },
  operations: [echo],
  setup({ bind: bindAll }) {
    bindAll([bind(echo, (_work, { params }) => answerOf(params.thingId))])
  },
})
