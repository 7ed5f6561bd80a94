/**
 * Stands in for TypeBox in browser builds. Contracts are written with it, but the browser reads only id, method and path of an
 * operation: schemas are checked by the server, and 40 kB of schema code stay away. Whatever is asked of it, it answers itself.
 */
const schema: unknown = new Proxy(() => schema, {
  get: (_, member) => (typeof member === 'symbol' || member === 'then' ? undefined : schema),
  apply: () => schema,
})

export const Type = schema
