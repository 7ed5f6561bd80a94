import { describe, expect, it } from 'vitest'
import { isOutage } from './outage.ts'

const coded = (code: string, message = 'x') => Object.assign(new Error(message), { code })

describe('an outage of the database', () => {
  it.each(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', '57P01', '57P03', '53300', '53100', '08006', 'ECONNREFUSED'])('is %s', (code) => {
    expect(isOutage(coded(code))).toBe(true)
    expect(isOutage(new Error('the append failed', { cause: coded(code) }))).toBe(true)
  })

  it('is a connection that the driver lost, and a host none of whose addresses answers', () => {
    expect(isOutage(new Error('Connection terminated unexpectedly'))).toBe(true)
    expect(isOutage(new AggregateError([coded('ECONNREFUSED')]))).toBe(true)
  })

  it.each(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_ERROR', '23505', '42601', 'ERR_INVALID_ARG_TYPE'])('is not %s', (code) => {
    expect(isOutage(coded(code))).toBe(false)
  })
})
