import type { Feature } from '../contract/feature.ts'
import type { Permission, Scope } from '../contract/permission.ts'
import type { Me } from '../contract/platform.ts'
import { type Live, live } from './live.ts'

/** Who is signed in, and what he may. The server decides; this only spares people buttons that would be refused. */
export class Session {
  readonly #me

  constructor(me: Me) {
    this.#me = live(me)
  }

  get me(): Me {
    return this.#me.value
  }
  get changes(): Live<Me> {
    return this.#me
  }
  /** Whether he holds a permission at all. */
  may(permission: Pick<Permission, 'key'>): boolean {
    return this.scopeOf(permission) !== 'none'
  }
  scopeOf(permission: Pick<Permission, 'key'>): Scope {
    return this.me.grants[permission.key] ?? 'none'
  }
  hasModule(id: string): boolean {
    return this.me.modules.includes(id)
  }
  /** Whether a feature of a module is on for him. */
  has(feature: Pick<Feature, 'key'>): boolean {
    return this.me.features.includes(feature.key)
  }
  /** After the server said something new about me. */
  replace(me: Me): void {
    this.#me.set(me)
  }
}
