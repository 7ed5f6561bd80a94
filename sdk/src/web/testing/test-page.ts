import { LitElement, render, type TemplateResult } from 'lit'
import type { Me } from '../../contract/platform.ts'
import type { Locale } from '../../contract/text.ts'
import { provideServices } from '../contexts.ts'
import { ApiClient } from '../data/api-client.ts'
import { Outbox } from '../data/outbox.ts'
import { Queries } from '../data/queries.ts'
import { define } from '../define.ts'
import type { WebServices } from '../services.ts'
import { Session } from '../session.ts'
import { Slots } from '../slots.ts'
import { adoptDocumentStyles } from '../styles/parts.styles.ts'
import { Theme } from '../theme.ts'
import { Toasts } from '../toasts.ts'
import type { WebPlugin } from '../web-plugin.ts'
import { Localizer } from '../words/localizer.ts'
import { sdkMessages } from '../words/sdk-messages.ts'
import { TestConnection } from './test-connection.ts'
import { TestServer } from './test-server.ts'

export interface TestPageOptions {
  readonly server?: TestServer
  readonly locale?: Locale
  /** What is not the same as of somebody inside who may nothing */
  readonly me?: Partial<Me>
  readonly now?: () => Date
  /** Whose texts and slots are there */
  readonly plugins?: readonly Pick<WebPlugin, 'id' | 'locales' | 'slots'>[]
}
export interface TestPage {
  /** What the content was drawn into */
  readonly root: HTMLElement
  readonly server: TestServer
  readonly connection: TestConnection
  readonly services: WebServices
}

const somebody: Me = {
  id: '019a0000-0000-7000-8000-000000000001',
  account: 'chensiqi',
  name: '陈思齐',
  kind: 'internal',
  locale: 'zh-CN',
  departmentIds: [],
  roleIds: [],
  grants: {},
  modules: [],
  features: [],
}

/** Draws content into the document, with everything around it that the shell gives; what was there before is taken away. */
export async function aPage(content: TemplateResult, options: TestPageOptions = {}): Promise<TestPage> {
  const { server = new TestServer(), locale = 'zh-CN', me = {}, now, plugins = [] } = options
  const localizer = new Localizer(locale, now)
  const api = new ApiClient({ fetch: server.fetch, onProblem: (_, kinds) => localizer.learn(kinds) })
  const connection = new TestConnection(api)
  const session = new Session({ ...somebody, locale, ...me })
  const slots = new Slots()
  const outbox = new Outbox(api, session.me.id)
  const services = {
    api,
    localizer,
    session,
    realtime: connection,
    queries: new Queries(api),
    outbox,
    slots,
    theme: new Theme(),
    toasts: new Toasts(),
  }

  await localizer.add('ln', sdkMessages)
  for (const plugin of plugins) {
    if (plugin.locales !== undefined) await localizer.add(plugin.id, plugin.locales)
    slots.add(plugin.slots ?? [])
  }
  document.documentElement.lang = locale
  if (document.adoptedStyleSheets.length === 0) adoptDocumentStyles(document)
  const root = document.createElement('ln-test-surroundings') as LnTestSurroundings
  provideServices(root, services)
  document.body.replaceChildren(root)
  render(content, root)
  return { root, server, connection, services }
}

/** Provides the services to what is drawn into it. */
class LnTestSurroundings extends LitElement {
  protected override createRenderRoot() {
    return this
  }
}
define('ln-test-surroundings', LnTestSurroundings)
