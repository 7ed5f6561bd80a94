export default {
  'tour.label': 'Tour, step {at} of {count}',
  'tour.step': 'Step {at} of {count}',
  'tour.skip': 'Skip the tour',
  'tour.back': 'Back',
  'tour.next': 'Next',
  'tour.next.to': 'Next: {title}',
  'tour.end': 'Start working',
  'tour.home': 'Every day begins here',
  'tour.home.text':
    'Home gathers messages that mention you, your projects and the people you work with. Modules put here what waits for you; arrange it at the top right.',
  'tour.module': '{module}',
  'tour.module.text':
    'The modules that are on stand here; a number is what you have not read. Where a name is marked as external, people from outside read along: look before you send.',
  'tour.search': 'Search everything',
  'tour.search.text': 'Find people, content and commands: by name, account, pinyin or initials. {keys} opens it on every page.',
  'tour.help': 'Help, any time',
  'tour.help.text': 'The help lists the shortcuts, and opens this tour again.',
  'tour.me': 'Account and privacy',
  'tour.me.text':
    'Language, appearance, password and devices are in the settings; under Privacy you correct what is kept about you, take it out, or withdraw your consent.',
  'tour.more': 'The rest is here',
  'tour.more.text': 'Under “More”: search, settings, privacy and signing out.',
}
