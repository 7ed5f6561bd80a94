import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

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
  const registers = [new Registry()]
  collectDefaultMetrics({ register: registers[0]!, prefix: 'liaison_' })
  const requests = new Counter({
    name: 'liaison_requests_total',
    help: 'Requests answered, by operation and status',
    labelNames: ['operation', 'status'],
    registers,
  })
  const durations = new Histogram({
    name: 'liaison_request_seconds',
    help: 'From the first byte of the request to the last of the reply',
    labelNames: ['operation'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2],
    registers,
  })
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

  // the children are kept: looking them up by their labels costs more than counting
  const children = new Map<
    string,
    { readonly byStatus: Map<number, Counter.Internal>; readonly duration: Histogram.Internal<'operation'> }
  >()
  return {
    finished(operation, status, seconds) {
      let child = children.get(operation)
      if (child === undefined) children.set(operation, (child = { byStatus: new Map(), duration: durations.labels(operation) }))
      let counter = child.byStatus.get(status)
      if (counter === undefined) child.byStatus.set(status, (counter = requests.labels(operation, String(status))))
      counter.inc()
      child.duration.observe(seconds)
    },
    text: () => registers[0]!.metrics(),
    contentType: registers[0]!.contentType,
  }
}
