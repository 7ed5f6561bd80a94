import { createToken } from '@liaison/sdk'

/** Where the browser finds what the enabled plugins contribute. */
export interface WebParts {
  /** Address of a plugin's linked bundle with its content hash; undefined when it has no web part */
  urlOf(pluginId: string): string | undefined
}
export const webParts = createToken<WebParts>('core.WebParts')
