const pattern = /^\/password\/([\w-]{1,100})$/

/** The code in the address of a link that sets a password; undefined elsewhere. */
export const resetCodeOf = (path: string): string | undefined => pattern.exec(path)?.[1]
