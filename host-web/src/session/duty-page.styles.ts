import { css } from 'lit'

export const styles = css`
  .duty-form,
  .duty-ways {
    display: grid;
    gap: var(--ln-space-4);
  }
  .duty-ways {
    gap: var(--ln-space-2);
  }
  .duty-way {
    display: flex;
    align-items: center;
    gap: var(--ln-space-3);
    padding: var(--ln-space-3);
    border: var(--ln-hairline) solid var(--ln-border-control);
    border-radius: var(--ln-radius);
    background: var(--ln-surface);
    color: var(--ln-text);
    text-align: start;
  }
  .duty-way:hover {
    background: var(--ln-hover);
  }
  .duty-way[aria-pressed='true'] {
    border-color: var(--ln-accent);
    background: var(--ln-accent-subtle);
  }
  .duty-way > .ln-icon {
    flex: none;
    color: var(--ln-text-3);
  }
  .duty-way small {
    display: block;
    color: var(--ln-text-2);
    font: var(--ln-text-small);
  }
  .duty-leave {
    justify-self: start;
  }
`
