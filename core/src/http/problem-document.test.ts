import { notFound } from '@liaison/sdk'
import { describe, expect, it } from 'vitest'
import { ProblemTitles } from './problem-document.ts'

const titles = new ProblemTitles({ plugins: new Map() }, [])

describe('what a client is told of an error', () => {
  it('is the problem, in his language', () => {
    expect(titles.document(notFound(), 'en', 't1')).toEqual({
      type: 'urn:liaison:problem:not-found',
      title: 'Not found',
      status: 404,
      traceId: 't1',
    })
  })

  it('is a trace id where it is a bug', () => {
    expect(titles.document(new Error('secret detail'), 'en', 't2')).toMatchObject({ status: 500, traceId: 't2' })
  })

  it('is to try again where the database is out of order', () => {
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    expect(titles.document(full, 'zh-CN', 't3')).toEqual({
      type: 'urn:liaison:problem:unavailable',
      title: '服务暂时不可用，请稍后再试',
      status: 503,
      retryAfter: 5,
      traceId: 't3',
    })
  })
})
