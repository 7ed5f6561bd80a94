import { isProblem } from '@liaison/sdk'

/** A refusal (403) said as an answer. */
export async function isAllowed(judge: () => Promise<void> | void): Promise<boolean> {
  try {
    await judge()
    return true
  } catch (error) {
    if (isProblem(error) && error.status === 403) return false
    throw error
  }
}
