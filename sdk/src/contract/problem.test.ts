import { describe, expect, it } from 'vitest'
import { defineProblem, isProblem, notFound } from '@liaison/sdk'

describe('a problem', () => {
  it('carries its type, status and members, and tells nothing else', () => {
    const overdue = defineProblem('tasks/overdue', 409, { 'zh-CN': '任务已逾期', en: 'Task is overdue' })
    expect(overdue({ taskId: '1' })).toMatchObject({
      type: 'tasks/overdue',
      status: 409,
      members: { taskId: '1' },
      message: 'Task is overdue',
    })
  })

  it('is told from a bug by its shape, also when another copy of the SDK made it', () => {
    expect(isProblem(notFound())).toBe(true)
    expect(isProblem(Object.assign(new Error('elsewhere'), { type: 'x/y', status: 400 }))).toBe(true)
    expect(isProblem(new Error('a bug'))).toBe(false)
    expect(isProblem({ type: 'x/y', status: 400 })).toBe(false)
  })
})
