import { describe, expect, it } from 'vitest'
import { shrinkCssTemplates } from './css-templates.ts'

describe('css templates', () => {
  it('lose comments and blanks', () => {
    expect(shrinkCssTemplates("const a = css`\n  /* don't ask */\n  .x { color: red; }\n  .y { top: 0; }\n`")).toBe(
      'const a = css`.x{color: red}.y{top: 0}`',
    )
  })

  it('keep the blanks that mean something', () => {
    expect(shrinkCssTemplates('css`.a > .b :hover { width: calc(1px + 2px) }`')).toBe('css`.a > .b :hover{width: calc(1px + 2px)}`')
    expect(shrinkCssTemplates('css`.a::after { content: " ;  " }`')).toBe('css`.a::after{content: " ;  "}`')
  })

  it('stay as they are when they hold expressions', () => {
    const code = 'css`\n .x { width: ${width}px; }\n`'
    expect(shrinkCssTemplates(code)).toBe(code)
  })
})
