import { ContextController } from '@liaison/sdk/web'
import type { ReactiveElement } from 'lit'
import { listKudos } from '../contract.ts'

/** Tells the page and the home card that the wall has changed. */
export class KudosWall extends ContextController<'queries'> {
  constructor(host: ReactiveElement) {
    super(host, 'queries')
  }
  changed(): Promise<void> {
    return this.service.invalidate(listKudos)
  }
}
