/** The real server, without the shell's pages; the environment configures it as it does `npm start`. */
import { startPlatform } from '@liaison/core'
import { readConfiguration } from '../core/src/kernel/configuration.ts'
import { releaseMemory } from '../core/src/release-memory.ts'
import { serveParent } from './child.ts'
import { echoPlugin } from './echo-plugin.ts'

const platform = await startPlatform({
  configuration: readConfiguration(),
  plugins: [{ definition: echoPlugin, builtIn: false }],
  pages: false,
})
releaseMemory()
const address = await platform.listen()
serveParent(Number(new URL(address).port), () => platform.stop())
