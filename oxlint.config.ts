import { defineConfig, type OxlintOverride } from 'oxlint'

type Pattern = { readonly group: readonly string[]; readonly message: string }

// Who may know whom. A rule of a later override replaces the one of an earlier, so each area lists all it must not import.
const core: Pattern = { group: ['@liaison/core', '@liaison/core/**'], message: 'The SDK is the only way to the platform' }
const shell: Pattern = { group: ['@liaison/host-web', '@liaison/host-web/**'], message: 'Nothing depends on the shell' }
const plugins: Pattern = {
  group: ['@liaison/plugin-*', '@liaison/plugin-*/**', '@liaison/example-*'],
  message: 'Plugins are named in the configuration',
}
const innerPlugins: Pattern = {
  group: ['@liaison/plugin-*', '@liaison/plugin-*/**', '!@liaison/plugin-*/contract', '!@liaison/plugin-*/hooks'],
  message: 'Of another plugin only ./contract and ./hooks',
}
const sources: Pattern = { group: ['**/src/**'], message: 'Packages import each other by name' }
const sdk: Pattern = { group: ['@liaison/sdk', '@liaison/sdk/**'], message: 'Inside the SDK imports are relative' }
const serverEntries: Pattern = {
  group: ['@liaison/sdk/server', '@liaison/sdk/testing', 'node:*', '**/server/**', 'fastify', 'tapable', 'ajv'],
  message: 'Browser code and contracts never import server code',
}
const drivers: Pattern = {
  group: ['kysely', 'pg', 'better-sqlite3', 'node:sqlite', 'tsyringe', '@mikro-orm/*', '@mikro-orm/**'],
  message: 'Rows come from work.rows',
}
const without = (...patterns: Pattern[]) => ({
  'no-restricted-imports': ['error', { patterns: patterns.map(({ group, message }) => ({ group: [...group], message })) }] as const,
})
const area = (files: string[], patterns: Pattern[], further: NonNullable<OxlintOverride['rules']> = {}): OxlintOverride => ({
  files,
  rules: { ...without(...patterns), ...further } as NonNullable<OxlintOverride['rules']>,
})
const browserRules = { 'house/no-inline-markup': 'error', 'house/no-inline-colours': 'error', 'no-console': 'error' } as const

export default defineConfig({
  plugins: ['typescript', 'import', 'unicorn', 'oxc', 'vitest'],
  jsPlugins: ['./lint/house-rules.ts'],
  options: { typeAware: true },
  categories: { correctness: 'error' },
  ignorePatterns: ['**/dist/**', '.cache/**', 'sdk/api/**', 'lint/fixtures/**', 'coverage/**'],
  env: { es2024: true },
  rules: {
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': ['error', { checksVoidReturn: false }],
    'typescript/await-thenable': 'error',
    'typescript/only-throw-error': ['error', { allowThrowingUnknown: true, allowThrowingAny: false }],
    'typescript/prefer-promise-reject-errors': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/no-explicit-any': 'error',
    'typescript/consistent-type-imports': 'error',
    'import/no-cycle': 'error',
    'import/no-self-import': 'error',
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
    eqeqeq: 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    'no-empty': 'error',
    'no-eval': 'error',
    'no-new-func': 'error',
    // A copy is iterated so that listeners may leave while they are told.
    'unicorn/no-useless-spread': 'off',
    // Names and texts are taken apart by code points.
    'typescript/no-misused-spread': ['error', { allow: ['string'] }],
    'typescript/unbound-method': 'off',
    'typescript/restrict-template-expressions': 'off',
    'typescript/no-redundant-type-constituents': 'off',
    'typescript/no-base-to-string': 'off',
    'typescript/require-array-sort-compare': 'off',
    'vitest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*'] }],
    'vitest/no-conditional-expect': 'off',
    'vitest/no-conditional-tests': 'off',
    'vitest/require-to-throw-message': 'off',
    'vitest/require-mock-type-parameters': 'off',
  },
  overrides: [
    area(['**/sdk/src/**'], [sdk, core, shell, plugins]),
    area(['**/sdk/src/{contract,web}/**'], [sdk, core, shell, plugins, serverEntries]),
    // The test host starts the real core, which it finds by name at run time.
    area(['**/sdk/src/testing/**'], [sdk, shell, plugins]),
    area(['**/core/**'], [shell, plugins, sources]),
    // In a checkout the pages build the shell before they serve it.
    area(['**/core/src/pages/**'], [plugins, sources]),
    area(['**/host-web/src/**'], [core, plugins, sources, serverEntries], browserRules),
    area(['**/{plugins,examples}/*/**'], [core, shell, innerPlugins, sources, drivers], { 'house/no-raw-access': 'error' }),
    area(['**/{plugins,examples}/*/src/{contract,hooks}.ts'], [core, shell, innerPlugins, sources, drivers, serverEntries]),
    area(['**/{plugins,examples}/*/src/web/**'], [core, shell, innerPlugins, sources, drivers, serverEntries], browserRules),
    { files: ['**/sdk/src/web/**'], rules: browserRules },
    // Named by their language tag
    { files: ['**/locales/**'], rules: { 'unicorn/filename-case': 'off' } },
    { files: ['**/tokens*.ts', '**/*tokens.ts'], rules: { 'house/no-inline-colours': 'off' } },
    // A package's own tests read its sources.
    { files: ['**/core/test/**', '**/core/**/*.test.ts'], rules: without(shell, plugins) as never },
    { files: ['**/sdk/**/*.test.ts'], rules: without(core, shell, plugins) as never },
    {
      files: ['**/{plugins,examples}/*/test/**', '**/{plugins,examples}/*/**/*.test.ts'],
      rules: without(core, shell) as never,
    },
    // Seen in documents, bench and root tests: everything may be put together there.
    { files: ['bench/**', 'test/**', 'scripts/**'], rules: { 'no-restricted-imports': 'off' } },
  ],
})
