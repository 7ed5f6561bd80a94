import { css } from 'lit'

export const kudosStyles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }
  .wall {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(280px, 100%), 1fr));
    gap: var(--ln-space-4);
    align-content: start;
    padding: var(--ln-space-5);
  }
  .note {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: var(--ln-space-2);
    padding: var(--ln-space-4);
    border: var(--ln-hairline) solid var(--ln-border);
    border-radius: var(--ln-radius-l);
  }
  .note header small {
    margin-inline-start: var(--ln-space-2);
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .note header,
  .note footer {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
  }
  .note footer {
    margin-top: auto;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .note footer > :last-child {
    margin-inline-start: auto;
  }
  .note p {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
    font: var(--ln-text-reading);
  }
  .more {
    justify-self: center;
    grid-column: 1 / -1;
  }
  form {
    display: grid;
    gap: var(--ln-space-4);
  }
  .people {
    max-height: 200px;
    overflow: hidden auto;
  }
`
