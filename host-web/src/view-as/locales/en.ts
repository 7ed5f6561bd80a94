export default {
  'view-as.start': 'View as',
  'view-as.heading': 'View as {name}',
  'view-as.hint':
    'You see what both of you may see, for 30 minutes at most, and can change nothing. Private conversations appear only where you take part, too. Start, end and what you look at are in the audit trail.',
  'view-as.reason': 'Reason',
  'view-as.reason.hint': 'Kept in the audit trail, e.g. “cannot see her tasks”',
  'view-as.reason.missing': 'Please give a reason',
  'view-as.cancel': 'Cancel',
  'view-as.go': 'Begin',
  'view-as.label': 'Viewing as somebody else',
  'view-as.as': 'Viewing as',
  'view-as.as.after': ' ',
  'view-as.readOnly': 'Read only',
  'view-as.left': '{left} left',
  'view-as.end': 'End',
}
