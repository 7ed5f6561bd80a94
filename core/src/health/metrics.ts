import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'
import { Durations } from './durations.ts'

export interface MetricsSources {
  /** Open sockets now */
  connections(): number
  /** What the sockets did since the start */
  counted(): { readonly events: number; readonly writes: number; readonly dropped: number }
  /** Age of the oldest event that some listener has not heard, in seconds */
  outboxLag(): number | Promise<number>
}

export interface Metrics {
  finished(operation: string, status: number, seconds: number): void
  /** The page that Prometheus reads */
  text(): Promise<string>
  readonly contentType: string
}

/** Figures of this process. Operations, statuses and durations; nothing about anybody. */
export function createMetrics({ connections, counted, outboxLag }: MetricsSources): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry, prefix: 'liaison_' })
  new Counter({
    name: 'liaison_requests_total',
    help: 'Requests answered, by operation and status',
    labelNames: ['operation', 'status'],
    registers,
    collect() {
      this.reset()
      for (const [operation, byStatus] of counts) for (const [status, count] of byStatus) this.inc({ operation, status }, count)
    },
  })
  const durations = new Durations(registry, { name: 'liaison_request_seconds', help: 'From the request to its reply, by operation' })
  new Gauge({
    name: 'liaison_sockets',
    help: 'Open sockets',
    registers,
    collect() {
      this.set(connections())
    },
  })
  new Gauge({
    name: 'liaison_socket_events',
    help: 'Events told to sockets since the start',
    registers,
    collect() {
      this.set(counted().events)
    },
  })
  new Gauge({
    name: 'liaison_socket_writes',
    help: 'Writes to sockets since the start; events ÷ writes is the size of a burst',
    registers,
    collect() {
      this.set(counted().writes)
    },
  })
  new Gauge({
    name: 'liaison_sockets_dropped',
    help: 'Sockets that read too slowly, since the start',
    registers,
    collect() {
      this.set(counted().dropped)
    },
  })
  new Gauge({
    name: 'liaison_outbox_lag_seconds',
    help: 'Age of the oldest event that a listener has not heard',
    registers,
    async collect() {
      this.set(await outboxLag())
    },
  })

  // counted here and told when somebody reads: a counter of prom-client looks its labels up each time
  const counts = new Map<string, Map<number, number>>()
  return {
    finished(operation, status, seconds) {
      let byStatus = counts.get(operation)
      if (byStatus === undefined) counts.set(operation, (byStatus = new Map()))
      byStatus.set(status, (byStatus.get(status) ?? 0) + 1)
      durations.observe(operation, seconds)
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
