import { css } from 'lit'

/** A form on the left, one quiet drawing on the right. */
export const styles = css`
  .signin {
    display: grid;
    grid-template-columns: minmax(480px, 5fr) 7fr;
    min-height: 100dvh;
    background: var(--ln-surface);
  }
  .signin-side {
    display: flex;
    flex-direction: column;
    padding: var(--ln-space-8) var(--ln-space-8) var(--ln-space-6);
  }
  .signin-company {
    display: flex;
    align-items: center;
    gap: 10px;
    font: var(--ln-text-head-s);
  }
  .signin-form {
    display: grid;
    gap: var(--ln-space-4);
    width: 352px;
    max-width: 100%;
    margin: auto;
  }
  .signin-form > header {
    margin-bottom: var(--ln-space-2);
  }
  .signin-form h1 {
    font: var(--ln-text-head-xl);
  }
  .signin-form > header > p {
    margin-top: var(--ln-space-1);
    color: var(--ln-text-3);
  }
  .signin-line {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }
  .signin-or {
    display: flex;
    align-items: center;
    gap: var(--ln-space-3);
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .signin-or::before,
  .signin-or::after {
    content: '';
    flex: 1;
    height: 1px;
    background: var(--ln-border);
  }
  .signin-sso {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    gap: var(--ln-space-2);
  }
  .signin-sso > :first-child {
    grid-column: 1 / -1;
  }
  .signin-guest {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    min-height: 44px;
    padding: var(--ln-space-1) var(--ln-space-3);
    border: var(--ln-hairline) solid var(--ln-external-border);
    border-radius: var(--ln-radius);
    background: var(--ln-external-wash);
    color: var(--ln-text);
  }
  .signin-guest > .ln-icon {
    color: var(--ln-external);
  }
  .signin-guest > .ln-icon:last-child {
    margin-inline-start: auto;
  }
  .signin-guest:hover {
    background: var(--ln-external-subtle);
    text-decoration: none;
  }
  .signin-foot {
    display: flex;
    align-items: center;
    gap: var(--ln-space-4);
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .signin-foot > a {
    color: inherit;
  }
  .signin-foot > :first-child {
    margin-inline-end: auto;
  }

  .signin-art {
    display: grid;
    align-content: center;
    justify-items: center;
    gap: var(--ln-space-10);
    padding: var(--ln-space-10);
    border-inline-start: var(--ln-hairline) solid var(--ln-border);
    background: var(--ln-surface-list);
    overflow: hidden;
  }
  .signin-art > svg {
    overflow: visible;
    width: 100%;
    max-width: 640px;
    height: auto;
  }
  .signin-art .line {
    fill: none;
    stroke: var(--ln-border-strong);
    stroke-width: 1;
  }
  .signin-art .path {
    fill: none;
    stroke: var(--ln-accent);
    stroke-width: 1.5;
  }
  .signin-art .edge {
    fill: none;
    stroke: var(--ln-external);
    stroke-width: 1;
    stroke-dasharray: 3 4;
  }
  .signin-art .node {
    fill: var(--ln-surface-list);
    stroke: var(--ln-border-control);
    stroke-width: 1.25;
  }
  .signin-art .inside {
    fill: var(--ln-accent);
  }
  .signin-art .outside {
    fill: var(--ln-external);
  }
  .signin-art text {
    fill: var(--ln-text-3);
    font: 400 12px/1 var(--ln-font);
    text-anchor: middle;
  }
  .signin-art text.is-edge {
    fill: var(--ln-external-text);
  }
  .signin-art > p {
    max-width: 30em;
    color: var(--ln-text-2);
    font: 400 16px/28px var(--ln-font);
    text-align: center;
  }

  @media (max-width: 719px) {
    .signin {
      grid-template-columns: minmax(0, 1fr);
    }
    .signin-art {
      display: none;
    }
    .signin-side {
      padding: var(--ln-space-5) var(--ln-space-5) var(--ln-space-4);
    }
    .signin-form {
      margin: var(--ln-space-10) auto auto;
      width: 100%;
    }
    .signin .ln-button,
    .signin-form .ln-button.is-large {
      height: 48px;
    }
    .signin .ln-input-wrap > .ln-button {
      height: 24px;
    }
    .signin-foot > a,
    .ln-field-label a {
      padding-block: 14px;
      margin-block: -14px;
    }
  }
`
