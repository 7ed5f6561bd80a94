import type { Locale } from '../../contract/text.ts';
import type { MessageLoader } from '../web-plugin.ts';
/** Texts of the SDK's own elements: `localizer.add('ln', sdkMessages)`. */
export declare const sdkMessages: Readonly<Record<Locale, MessageLoader>>;
