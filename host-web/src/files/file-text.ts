/**
 * The text of a table that a spreadsheet wrote: UTF-8 where the bytes are UTF-8, else GB18030, which Excel writes on a
 * Chinese Windows.
 */
export function textOf(bytes: BufferSource): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return new TextDecoder('gb18030').decode(bytes)
  }
}
