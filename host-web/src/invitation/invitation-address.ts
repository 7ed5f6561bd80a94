const pattern = /^\/invitation\/([\w-]{1,100})$/

/** The code in the address of an invitation; undefined elsewhere. */
export const invitationCodeOf = (path: string): string | undefined => pattern.exec(path)?.[1]
