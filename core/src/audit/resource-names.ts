import type { People } from '@liaison/sdk/server'
import type { Database } from '../data/database.ts'
import { tables } from '../rooms/read-rows.ts'

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** What the company is made of; names of conversations and documents are content and stay out of the trail. */
const named = ['core_department', 'core_organisation', 'core_project', 'core_role']

/** What ids are called now. */
export class ResourceNames {
  readonly #db: Database
  readonly #people: People

  constructor(db: Database, people: People) {
    this.#db = db
    this.#people = people
  }

  /** @returns by id; what is unknown or gone is left out */
  async of(texts: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const names = new Map<string, string>()
    const others: string[] = []
    for (const id of new Set(texts.filter((text) => idPattern.test(text)))) {
      const person = this.#people.find(id)
      if (person === undefined) others.push(id)
      else names.set(id, person.name)
    }
    if (others.length > 0) for (const table of named) await this.#look(table, others, names)
    return names
  }

  async #look(table: string, ids: readonly string[], names: Map<string, string>): Promise<void> {
    // an export asks for thousands
    for (let at = 0; at < ids.length; at += 500) {
      const query = tables
        .selectFrom(table)
        .select(['id', 'name'])
        .where('id', 'in', ids.slice(at, at + 500))
      const { sql, parameters } = this.#db.compile(query.toOperationNode())
      for (const row of await this.#db.read.all(sql, parameters)) names.set(String(row.id), String(row.name))
    }
  }
}
