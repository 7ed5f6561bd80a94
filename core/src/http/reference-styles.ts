/** Of the reference page alone: it works without the shell. */
export const referenceStyles = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 20%, transparent); --soft: color-mix(in srgb, currentColor 6%, transparent); }
body { font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; max-width: 960px; margin: 0 auto; padding: 24px 16px 96px; }
h1 small { font-weight: 400; font-size: 0.6em; }
h2 { margin-top: 48px; border-bottom: 1px solid var(--line); padding-bottom: 8px; }
h3 { margin: 0; font-size: 1rem; overflow-wrap: anywhere; }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 16px; list-style: none; padding: 0; }
section { border: 1px solid var(--line); border-radius: 8px; padding: 16px; margin: 16px 0; }
section:target { outline: 2px solid Highlight; }
code, pre { font: 13px/1.5 ui-monospace, Menlo, Consolas, monospace; }
pre { background: var(--soft); padding: 12px; overflow: auto; max-height: 420px; }
table { border-collapse: collapse; width: 100%; display: block; overflow-x: auto; }
th, td { text-align: left; vertical-align: top; border-top: 1px solid var(--line); padding: 6px 12px 6px 0; }
summary { cursor: pointer; padding: 4px 0; }
.method { display: inline-block; min-width: 3.5em; font-weight: 700; }
`
