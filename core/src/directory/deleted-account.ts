/** The account of whoever deleted it: nobody signs in by this name, and nobody else takes it. */
export const deletedAccount = (personId: string): string => `deleted-${personId}`
