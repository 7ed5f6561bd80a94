import { defineFeature } from '@liaison/sdk'

/** Who has read a message and who has not, by name. Source: IM-2. */
export const imReaders = defineFeature('im.readers', {
  title: { 'zh-CN': '已读名单', en: 'Readers by name' },
  summary: { 'zh-CN': '查看谁读了、谁没读', en: 'Who has read a message and who has not' },
})
