/** What the browser part of a plugin is written with. Icons are apart, in `@liaison/sdk/icons`. */
export { Action } from './action.ts'
export type { ConnectionState, RealtimeConnection, TopicEvent, TopicListener } from './connection.ts'
export { ContextController } from './context-controller.ts'
export { contexts, provideServices } from './contexts.ts'
export { ApiController, LocalizeController, SessionController, SlotController, ToastController } from './controllers.ts'
export { addressOf } from './data/address.ts'
export {
  ApiClient,
  type ApiClientOptions,
  type CallArguments,
  type CallOptions,
  connectionLost,
  unexpectedAnswer,
} from './data/api-client.ts'
export { comesFirst } from './data/comes-first.ts'
export { newId } from './data/new-id.ts'
export { Outbox, type OutboxEntry, type OutboxOutcome } from './data/outbox.ts'
export { PagesController } from './data/pages-controller.ts'
export { type Pages, Queries } from './data/queries.ts'
export { QueryController } from './data/query-controller.ts'
export { define } from './define.ts'
export { each } from './each.ts'
export { DialogClosedEvent } from './elements/dialog-closed.event.ts'
export { LnDialog } from './elements/dialog.ts'
export { PageTitledEvent } from './elements/page-titled.event.ts'
export { LnProblem } from './elements/problem.ts'
export { LnResizer } from './elements/resizer.ts'
export { RetryEvent } from './elements/retry.event.ts'
export { LnSecret } from './elements/secret.ts'
export { LnWhy } from './elements/why.ts'
export { type AccessQuestion, WhyAskedEvent } from './elements/why-asked.event.ts'
export { type Icon, icon } from './icon.ts'
export { type Live, live, LiveController, type WritableLive } from './live.ts'
export { isAnythingUnsaved, LeaveController, navigate } from './navigation.ts'
export { avatar, groupAvatar, initials, type PresenceState, toneOf } from './parts/avatar.ts'
export { empty } from './parts/empty.ts'
export { menu, type MenuItem } from './parts/menu.ts'
export { more, type PagesShown } from './parts/more.ts'
export { externalBadge, personName } from './parts/person-name.ts'
export { skeletonLines, skeletonRows } from './parts/skeleton.ts'
export type { WebServices } from './services.ts'
export { Session } from './session.ts'
export {
  type PersonAction,
  personActions,
  type ProjectLink,
  projectLinks,
  type Resource,
  type ResourceLink,
  resourceLinks,
  type SearchHit,
  type SearchSource,
  searchSources,
} from './shell-slots.ts'
export { Slots } from './slots.ts'
export { adoptDocumentStyles, partsStyles } from './styles/parts.styles.ts'
export { readingStyles } from './styles/reading.styles.ts'
export { tableStyles } from './styles/table.styles.ts'
export { Theme, type ThemeChoice } from './theme.ts'
export { type ShownToast, type Toast, Toasts } from './toasts.ts'
export { RealtimeClient, type RealtimeClientOptions, type SocketLike } from './realtime-client.ts'
export { RealtimeController } from './topic-controller.ts'
export {
  defineWebPlugin,
  fill,
  type LazyElement,
  type MessageLoader,
  type Messages,
  type PageElement,
  type Route,
  type SlotFilling,
  type WebCard,
  type WebCommand,
  type WebNavigation,
  type WebPage,
  type WebPlugin,
  type WebShortcut,
} from './web-plugin.ts'
export { DateWords } from './words/date-words.ts'
export { Localizer, type MessageValues } from './words/localizer.ts'
export { sdkMessages } from './words/sdk-messages.ts'
