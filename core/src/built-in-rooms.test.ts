import { describe, expect, it } from 'vitest'
import { builtInRooms } from './built-in-rooms.ts'
import { settingsOf } from './kernel/settings.ts'

const settings = (given: Record<string, unknown>) =>
  settingsOf(builtInRooms({ auth: { settings: given } }).find(({ definition }) => definition.id === 'auth')!)

describe('the settings of a room', () => {
  it('come from the configuration, the rest by default', () => {
    expect(settings({ idleHours: 8 })).toEqual({ idleHours: 8, absoluteDays: 14 })
  })

  it('are checked like those of a plugin', () => {
    expect(() => settings({ idleHours: 'eight' })).toThrow(/settings.*idleHours/)
    expect(() => settings({ idle: 8 })).toThrow(/idle/)
  })

  it('are refused for a room that there is not', () => {
    expect(() => builtInRooms({ cellar: { settings: {} } })).toThrow(
      'rooms.cellar: there are only jobs, mail, directory, access, auth, audit, content-filter, view-as, hand-over, privacy, invitations, modules, tour, platform, realtime',
    )
  })
})
