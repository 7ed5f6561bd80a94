export default {
  'ln.close': 'Close',
  'ln.cancel': 'Cancel',
  'ln.more': 'Load more',
  'ln.retry': 'Try again',
  'ln.external': 'External',
  'ln.problem.rule': 'Rule “{rule}”. {reason}',
  'ln.problem.trace': 'Reference {traceId}',
  'ln.why': 'Why can {name} see this?',
  'ln.why.me': 'Why can I see this?',
  'ln.resize': 'Change the width',
}
