import { type Context, ContextProvider, createContext } from '@lit/context'
import type { ReactiveElement } from 'lit'
import type { WebServices } from './services.ts'

type Contexts = { readonly [Name in keyof WebServices]: Context<symbol, WebServices[Name]> }

const context = <Name extends keyof WebServices>(name: Name) => createContext<WebServices[Name], symbol>(Symbol.for(`liaison:web.${name}`))

/** One small context a concern. The shell, a widget or a test provides them; elements mostly use the controllers. */
export const contexts: Contexts = {
  api: context('api'),
  session: context('session'),
  localizer: context('localizer'),
  realtime: context('realtime'),
  queries: context('queries'),
  outbox: context('outbox'),
  slots: context('slots'),
  theme: context('theme'),
  toasts: context('toasts'),
}

/** Gives the services to all elements below `host`. What is absent (no session before sign-in) is not provided. */
export function provideServices(host: ReactiveElement, services: Partial<WebServices>): void {
  for (const name of Object.keys(services) as (keyof WebServices)[]) {
    const value = services[name]
    if (value === undefined) continue
    new ContextProvider(host, { context: contexts[name] as Context<symbol, unknown>, initialValue: value })
  }
}
