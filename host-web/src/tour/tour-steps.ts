/** One thing that the tour points at. */
export interface TourStep {
  readonly title: string
  readonly text: string
  /** Looked up when the step is shown: what it points at may stand in another element's shadow root. */
  target(): Element | null | undefined
}

type Say = (key: string, values?: Record<string, string>) => string

interface Parts {
  readonly rail: ParentNode | null | undefined
  readonly bar: ParentNode | null | undefined
  readonly topBar: ParentNode | null | undefined
  readonly isPhone: boolean
  /** The first module that is on for the person */
  readonly module: { readonly label: string; readonly path: string } | undefined
  readonly keys: string
  readonly say: Say
}

/** Five steps, fewer where there is no module to show, or on a phone, where one place holds the rest. */
export function tourSteps({ rail, bar, topBar, isPhone, module, keys, say }: Parts): readonly TourStep[] {
  const side = isPhone ? bar : rail
  const step = (id: string, target: TourStep['target'], values: Record<string, string> = {}): TourStep => ({
    title: say(`tour.${id}`, values),
    text: say(`tour.${id}.text`, values),
    target,
  })
  const home = step('home', () => side?.querySelector('a[href="/"]:not(.ln-rail-mark)'))
  const ofModule =
    module === undefined
      ? []
      : [step('module', () => side?.querySelector(`a[href="${CSS.escape(module.path)}"]`), { module: module.label })]
  if (isPhone) return [home, ...ofModule, step('more', () => side?.querySelector('button'))]
  return [
    home,
    ...ofModule,
    step('search', () => topBar?.querySelector('.ln-search'), { keys }),
    step('help', () => side?.querySelector('button.ln-rail-item')),
    step('me', () => side?.querySelector('.ln-rail-me')),
  ]
}
