import { defineProblem, invalidInput, type Problem } from '@liaison/sdk'

/** `members.limit` is how many topics a socket may hear at once. */
export const tooManySubscriptions = defineProblem('realtime/too-many-subscriptions', 409, {
  'zh-CN': '订阅的主题过多',
  en: 'Too many subscriptions',
})

export const invalidAfter = (): Problem => invalidInput({ errors: [{ pointer: '/after', message: 'must be a whole number from 0' }] })
