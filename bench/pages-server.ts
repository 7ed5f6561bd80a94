/** The real server with its pages, the demo company, and a module that declares as many permissions as a large installation has. */
import { startPlatform } from '@liaison/core'
import { definePermission } from '@liaison/sdk'
import { definePlugin } from '@liaison/sdk/server'
import { createDemo } from '../core/src/demo/create-demo.ts'
import { readConfiguration } from '../core/src/kernel/configuration.ts'
import { serveParent } from './child.ts'

const [permissions = '0'] = process.argv.slice(2)
const many = definePlugin({
  id: 'many',
  version: '1.0.0',
  title: { 'zh-CN': '许多权限', en: 'Many permissions' },
  permissions: Array.from({ length: Number(permissions) }, (_, at) =>
    definePermission(`many.act${at}`, { title: { 'zh-CN': `办理第${at + 1}类业务`, en: `Handle business of kind ${at + 1}` } }),
  ),
})

const configuration = readConfiguration()
const platform = await startPlatform({ configuration, plugins: [{ definition: many, builtIn: false }], say: () => undefined })
const { kernel, dispatcher, access, clock } = platform
await createDemo({
  kernel,
  dispatcher,
  access,
  clock,
  password: configuration.demoPassword,
  failed: (_, error) => void process.stderr.write(`${String(error)}\n`),
})
serveParent(Number(new URL(await platform.listen()).port), () => platform.stop())
