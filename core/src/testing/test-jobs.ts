import { type AnyOperation, isProblem } from '@liaison/sdk'
import type { TestResponse } from '@liaison/sdk/testing'
import { jobRunner } from '../jobs/job-runner.ts'
import type { Platform } from '../platform.ts'

/** What the handler of a job gets that calls an operation for a person, as an answer. */
export async function answeredToJob(
  { kernel, dispatcher }: Platform,
  personId: string,
  operation: AnyOperation,
  input: object,
): Promise<TestResponse> {
  const call = kernel.get(jobRunner).callAs(personId)
  try {
    const reply = await call(operation, input as never)
    const text = reply === undefined ? '' : dispatcher.serialise(operation, reply)
    return { status: operation.status, headers: {}, text, body: text === '' ? undefined : (JSON.parse(text) as unknown) }
  } catch (error) {
    if (!isProblem(error)) throw error
    const body = { type: `urn:liaison:problem:${error.type}`, status: error.status, ...error.members }
    return { status: error.status, headers: {}, text: JSON.stringify(body), body }
  }
}
