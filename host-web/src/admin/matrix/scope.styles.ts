import { css } from 'lit'

/** The chip of a scope: its colour, and always its word. The colours are also those of the grid's cells. */
export const scopeStyles = css`
  .matrix-scope {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 2px;
    width: 100%;
    height: 28px;
    border-radius: var(--ln-radius-s);
    font: var(--ln-text-small);
    white-space: nowrap;
  }
  [data-scope] {
    color: var(--ln-on-scope);
  }
  [data-scope='none'] {
    color: var(--ln-text-3);
  }
  [data-scope='own'] {
    background: var(--ln-scope-own);
    box-shadow: inset 0 0 0 1px var(--ln-scope-project);
  }
  [data-scope='project'] {
    background: var(--ln-scope-project);
  }
  [data-scope='department'] {
    background: var(--ln-scope-dept);
  }
  [data-scope='department-tree'] {
    background: var(--ln-scope-tree);
  }
  [data-scope='all'] {
    background: var(--ln-scope-all);
    color: var(--ln-on-scope-all);
  }
`
