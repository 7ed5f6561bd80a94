import type { MyProfile } from '@liaison/sdk/platform'

/** The server has taken the correction. */
export class ProfileCorrectedEvent extends Event {
  readonly profile: MyProfile
  constructor(profile: MyProfile) {
    super('ln-profile-corrected')
    this.profile = profile
  }
}
