import type { DemoContent } from '@liaison/sdk/server'
const content: DemoContent = async () => {}
export default content
