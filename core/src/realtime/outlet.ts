import type { Duplex } from 'node:stream'

/** Bytes that may wait for a reader before it is dropped; it can resume from its last `seq`. */
export const queueLimit = 1024 * 1024

/**
 * Where frames for one socket leave: whole frames, straight into the stream under `ws`. What waits is bounded.
 * The hub fills `answers`, `first` and `rest` between two flushes.
 */
export class Outlet {
  answers: string[] | undefined
  first: Buffer | undefined
  rest: Buffer[] | undefined
  readonly stream: Duplex
  readonly #drop: () => void

  constructor(stream: Duplex, drop: () => void) {
    this.stream = stream
    this.#drop = drop
  }

  /** @returns false when the reader was too slow and is dropped now */
  write(buffer: Buffer): boolean {
    const waiting = this.stream.writableLength
    if (waiting > queueLimit) return this.#tooSlow()
    this.stream.write(keepable(buffer, waiting))
    return true
  }

  /** In one system call. */
  writeAll(buffers: readonly Buffer[]): boolean {
    const waiting = this.stream.writableLength
    if (waiting > queueLimit) return this.#tooSlow()
    this.stream.cork()
    for (const buffer of buffers) this.stream.write(keepable(buffer, waiting))
    this.stream.uncork()
    return true
  }

  #tooSlow(): boolean {
    this.#drop()
    return false
  }
}

/** A frame that has to wait is copied: a view would keep the whole slab it lies in. */
const keepable = (buffer: Buffer, waiting: number): Buffer => (waiting === 0 ? buffer : Buffer.from(buffer))
