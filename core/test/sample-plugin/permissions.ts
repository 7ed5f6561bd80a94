import { definePermission, type Permission } from '@liaison/sdk'

const permission = (key: string): Permission => definePermission(key, { title: { 'zh-CN': key, en: key } })

export const tasksRead = permission('tasks.read')
export const tasksUpdate = permission('tasks.update')
export const tasksComment = permission('tasks.comment')
export const chatRead = permission('chat.read')
export const chatSend = permission('chat.send')
export const docsRead = permission('docs.read')
export const docsUpdate = permission('docs.update')

export const permissions = [tasksRead, tasksUpdate, tasksComment, chatRead, chatSend, docsRead, docsUpdate] as const
