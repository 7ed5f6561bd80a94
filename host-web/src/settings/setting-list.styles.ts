import { css } from 'lit'

/** A part of the settings that is a list of things of mine: devices, tokens. */
export const settingListStyles = css`
  :host {
    display: block;
  }
  h2 {
    font: var(--ln-text-head);
  }
  h2 + p {
    margin-top: var(--ln-space-1);
    color: var(--ln-text-3);
  }
  ul {
    margin-top: var(--ln-space-3);
    border-top: var(--ln-hairline) solid var(--ln-border);
  }
  li {
    display: flex;
    align-items: center;
    gap: var(--ln-space-3);
    min-height: var(--ln-row-l);
    padding-block: var(--ln-space-2);
    border-bottom: var(--ln-hairline) solid var(--ln-border);
  }
  li > .ln-icon {
    color: var(--ln-text-3);
  }
  strong {
    font-weight: var(--ln-weight);
  }
`
