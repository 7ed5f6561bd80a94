import { accessChanged, changeMe, describePlatform, readMe } from '@liaison/sdk'
import { bind, definePlugin } from '@liaison/sdk/server'
import { directoryMemory } from '../directory/directory-memory.ts'
import { sessions } from '../http/sessions.ts'
import { webParts } from '../pages/web-parts.ts'
import { compiledAccess, installation, kernel } from '../rooms/floors.ts'
import * as information from './information-service.ts'

/** What the browser asks first: who am I talking to, and who am I? */
export const platformRoom = definePlugin({
  id: 'platform',
  version: '0.1.0',
  title: { 'zh-CN': '平台信息', en: 'Platform' },
  operations: [describePlatform, readMe, changeMe],
  events: [accessChanged],
  setup({ get, bind: bindAll }) {
    const rooms = {
      kernel: get(kernel),
      installation: get(installation),
      directory: get(directoryMemory),
      access: get(compiledAccess),
      webParts: get(webParts),
      sessions: get(sessions),
    }
    bindAll([
      bind(describePlatform, (work) => information.describePlatform(work.actor, rooms)),
      bind(readMe, (work) => information.readMe(work.actor, rooms)),
      bind(changeMe, (work, { body }) => information.changeLocale(work, rooms, body.locale)),
    ])
  },
})
