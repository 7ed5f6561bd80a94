import type { DemoAccounts } from './create-demo.ts'

/** Lines for whoever has just started the platform for the first time. */
export function accountLines({ password, accounts }: DemoAccounts): readonly string[] {
  const width = Math.max(...accounts.map(({ account }) => account.length)) + 2
  return [
    'The demo company 恒川智能 is ready. Sign in as any of these:',
    ...accounts.map(
      ({ account, name, role, place }) => `  ${account.padEnd(width)}${name}　${[role, place].filter((part) => part !== '').join('，')}`,
    ),
    `Password of every account: ${password}`,
  ]
}
