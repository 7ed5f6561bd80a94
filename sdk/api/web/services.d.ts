import type { ApiClient } from './data/api-client.ts';
import type { Outbox } from './data/outbox.ts';
import type { Queries } from './data/queries.ts';
import type { RealtimeConnection } from './connection.ts';
import type { Session } from './session.ts';
import type { Slots } from './slots.ts';
import type { Theme } from './theme.ts';
import type { Toasts } from './toasts.ts';
import type { Localizer } from './words/localizer.ts';
/** What plugins work with outside of elements. Elements get each of them by its controller or context. */
export interface WebServices {
    readonly api: ApiClient;
    readonly session: Session;
    readonly localizer: Localizer;
    readonly realtime: RealtimeConnection;
    readonly queries: Queries;
    readonly outbox: Outbox;
    readonly slots: Slots;
    readonly theme: Theme;
    readonly toasts: Toasts;
}
