/** Whether an address belongs to an entry of the rail. */
export const isWithin = (path: string, entry: string): boolean => path === entry || path.startsWith(`${entry}/`)
