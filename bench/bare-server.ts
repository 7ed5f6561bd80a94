/** A bare fastify route with the shapes of the bound operation: what a request costs at least. */
import Fastify from 'fastify'
import { serveParent } from './child.ts'
import { answerOf, echoShapes } from './echo-plugin.ts'

const app = Fastify()
app.get('/api/echo/:thingId', { schema: { params: echoShapes.params, response: { 200: echoShapes.reply } } }, async (request) =>
  answerOf((request.params as { thingId: string }).thingId),
)
const address = await app.listen({ port: 0, host: '127.0.0.1' })
serveParent(Number(new URL(address).port), () => app.close())
