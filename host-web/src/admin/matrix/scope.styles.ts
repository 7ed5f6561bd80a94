import { css } from 'lit'

/** The chip of a scope: its colour, and always its word. */
export const scopeStyles = css`
  .matrix-scope {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 2px;
    width: 100%;
    height: 28px;
    border-radius: var(--ln-radius-s);
    color: var(--ln-on-scope);
    font: var(--ln-text-small);
    white-space: nowrap;
  }
  .matrix-scope[data-scope='none'] {
    color: var(--ln-text-3);
  }
  .matrix-scope[data-scope='own'] {
    background: var(--ln-scope-own);
    box-shadow: inset 0 0 0 1px var(--ln-scope-project);
  }
  .matrix-scope[data-scope='project'] {
    background: var(--ln-scope-project);
  }
  .matrix-scope[data-scope='department'] {
    background: var(--ln-scope-dept);
  }
  .matrix-scope[data-scope='department-tree'] {
    background: var(--ln-scope-tree);
  }
  .matrix-scope[data-scope='all'] {
    background: var(--ln-scope-all);
    color: var(--ln-on-scope-all);
  }
  .matrix-scope.is-locked {
    color: var(--ln-text-3);
    cursor: not-allowed;
  }
`
