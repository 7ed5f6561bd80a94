import type { Histogram, Registry } from 'prom-client'

const bounds = [0.001, 0.005, 0.02, 0.1, 0.5, 2, Number.POSITIVE_INFINITY]

interface Counted {
  readonly buckets: number[]
  sum: number
}

/** A histogram of seconds by operation. Counting costs an addition: prom-client's own looks labels up each time. */
export class Durations {
  readonly #name: string
  readonly #help: string
  readonly #byOperation = new Map<string, Counted>()

  constructor(registry: Registry, { name, help }: { readonly name: string; readonly help: string }) {
    this.#name = name
    this.#help = help
    // what a registry asks of a metric is its name and `get`; the class that prom-client declares is more than that
    registry.registerMetric({
      name,
      help,
      get: () => Promise.resolve(this.#told()),
      reset: () => this.#byOperation.clear(),
    } as unknown as Histogram)
  }

  observe(operation: string, seconds: number): void {
    let counted = this.#byOperation.get(operation)
    if (counted === undefined) this.#byOperation.set(operation, (counted = { buckets: bounds.map(() => 0), sum: 0 }))
    let at = 0
    while (seconds > bounds[at]!) at++
    counted.buckets[at]!++
    counted.sum += seconds
  }

  #told() {
    const values = [...this.#byOperation].flatMap(([operation, { buckets, sum }]) => {
      let total = 0
      const cumulative = buckets.map((count, at) => {
        total += count
        return {
          metricName: `${this.#name}_bucket`,
          labels: { le: Number.isFinite(bounds[at]!) ? bounds[at]! : '+Inf', operation },
          value: total,
        }
      })
      return [
        ...cumulative,
        { metricName: `${this.#name}_sum`, labels: { operation }, value: sum },
        { metricName: `${this.#name}_count`, labels: { operation }, value: total },
      ]
    })
    return { name: this.#name, help: this.#help, type: 'histogram', values, aggregator: 'sum' }
  }
}
