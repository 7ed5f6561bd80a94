import type { RuleTester } from 'oxlint/plugins-dev'

// The rules of the house that no general linter knows.

const waysRoundTheStore = new Set([
  'getKysely',
  'getConnection',
  'getEntityManager',
  'createQueryBuilder',
  'clearWhere',
  'withoutPlugins',
  '__helper',
  '__em',
  'fork',
  'getNativeClient',
  'getExecutor',
])
const driver = /^(kysely|pg|better-sqlite3|node:sqlite|sqlite|tsyringe|@mikro-orm\/.*)$/
const colour = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(/i
const styleAttribute = /(?:^|\s)\.?style\s*=/
const rawHtml = new Set(['unsafeHTML', 'unsafeSVG', 'unsafeStatic', 'unsafeCSS', 'styleMap'])
const rawSinks = new Set(['innerHTML', 'outerHTML', 'insertAdjacentHTML'])

type Rule = Parameters<RuleTester['run']>[1]
type Visitor = Required<ReturnType<Extract<Rule, { create: unknown }>['create']>>
type Member = Parameters<NonNullable<Visitor['MemberExpression']>>[0]
type TaggedTemplate = Parameters<NonNullable<Visitor['TaggedTemplateExpression']>>[0]

const nameOf = (node: Member): unknown =>
  node.property.type === 'Literal' ? node.property.value : 'name' in node.property ? node.property.name : undefined
const tagOf = (node: TaggedTemplate): string => (node.tag.type === 'Identifier' ? node.tag.name : '')

export default {
  meta: { name: 'house' },
  rules: {
    /** Rows come from `work.rows` alone: whatever leads round it also leads round the data scope. */
    'no-raw-access': {
      create: (context) => ({
        MemberExpression(node) {
          const name = nameOf(node)
          if (typeof name === 'string' && waysRoundTheStore.has(name))
            context.report({ node, message: `\`${name}\` goes round the scoped store: use \`work.rows\` or \`work.asSystem\`` })
        },
        ImportExpression(node) {
          if (node.source.type !== 'Literal') context.report({ node, message: 'A computed import can reach anything: name the module' })
          else if (driver.test(String(node.source.value)))
            context.report({ node, message: `${String(node.source.value)} is not for plugins` })
        },
        CallExpression(node) {
          const { callee } = node
          const called = callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' ? nameOf(callee) : undefined
          if (called === 'require' || called === 'createRequire' || called === 'getBuiltinModule')
            context.report({ node, message: 'Plugins import their modules: no `require`' })
        },
      }),
    },

    /** The content security policy refuses inline styles, and foreign text is never markup. */
    'no-inline-markup': {
      create: (context) => ({
        TaggedTemplateExpression(node) {
          const tag = tagOf(node)
          if (tag !== 'html' && tag !== 'svg') return
          if (node.quasi.quasis.some(({ value }) => styleAttribute.test(value.raw)))
            context.report({ node, message: 'No `style` in templates: the policy refuses it; use a class or a custom state' })
        },
        Identifier(node) {
          if (rawHtml.has(node.name)) context.report({ node, message: `\`${node.name}\` steps round Lit's escaping or the policy` })
        },
        MemberExpression(node) {
          const name = nameOf(node)
          if (typeof name === 'string' && rawSinks.has(name)) context.report({ node, message: `\`${name}\` is a way for foreign markup` })
        },
      }),
    },

    /** Colours are tokens (`--ln-*`), so that themes can change them. */
    'no-inline-colours': {
      create: (context) => ({
        TaggedTemplateExpression(node) {
          const tag = tagOf(node)
          if (tag !== 'css' && tag !== 'svg' && tag !== 'html') return
          const texts = node.quasi.quasis.map(({ value }) => value.raw)
          // In markup only presentation attributes name colours: `#3f2` in a text is a number of something.
          const found =
            tag === 'css' ? texts.some((text) => colour.test(text)) : texts.some((text) => /\b(?:fill|stroke)="(?:#|rgb|hsl)/i.test(text))
          if (found) context.report({ node, message: 'Colours come from the tokens: `var(--ln-…)`' })
        },
      }),
    },
  },
} satisfies { meta: object; rules: Record<string, Rule> }
