import { css } from 'lit'

export const styles = css`
  :host {
    display: block;
  }
  [role='tree'] {
    padding: var(--ln-space-2) var(--ln-space-3) var(--ln-space-4);
  }
  .line {
    position: relative;
    display: flex;
    align-items: center;
    gap: var(--ln-space-1);
    min-height: var(--ln-row);
    padding-inline: var(--ln-space-1) var(--ln-space-2);
    border-radius: var(--ln-radius);
    cursor: default;
    contain-intrinsic-block-size: auto 36px;
    content-visibility: auto;
  }
  .line:hover {
    background: var(--ln-hover);
  }
  .line[aria-selected='true'] {
    background: var(--ln-selected);
    --ln-ground: var(--ln-selected);
  }
  .line[aria-selected='true'] > .name {
    font-weight: var(--ln-weight-strong);
  }
  .step {
    flex: none;
    width: var(--ln-space-4);
  }
  .twist {
    display: grid;
    flex: none;
    place-items: center;
    width: 20px;
    height: 20px;
    border-radius: var(--ln-radius-s);
    color: var(--ln-text-3);
  }
  .twist.is-there:hover {
    background: var(--ln-active);
  }
  .line[aria-expanded='true'] > .twist > .ln-icon {
    transform: rotate(90deg);
  }
  .name {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .head {
    display: flex;
    flex: none;
    align-items: center;
    gap: 6px;
    width: 132px;
    margin-inline-start: auto;
    overflow: hidden;
    color: var(--ln-text-2);
    font: var(--ln-text-small);
    white-space: nowrap;
  }
  .count {
    flex: none;
    width: 56px;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .line.is-foreign > .name {
    color: var(--ln-text-2);
  }
  .line.is-marked > .name {
    color: var(--ln-text-3);
    text-decoration: underline dashed;
    text-underline-offset: 3px;
  }
  .line[data-drop='inside'] {
    background: var(--ln-accent-subtle);
    box-shadow: inset 0 0 0 1px var(--ln-accent);
  }
  .line[data-drop='before']::before,
  .line[data-drop='after']::before {
    content: '';
    position: absolute;
    inset: -1px 0 auto;
    height: 2px;
    background: var(--ln-accent);
  }
  .line[data-drop='after']::before {
    inset-block: auto -1px;
  }
  @media (prefers-reduced-motion: no-preference) {
    .twist > .ln-icon {
      transition: transform 120ms var(--ln-ease);
    }
  }

  @media (max-width: 719px) {
    [role='tree'] {
      padding-inline: var(--ln-space-2);
    }
    .line {
      min-height: var(--ln-target);
      contain-intrinsic-block-size: auto 44px;
    }
    .twist {
      width: 32px;
      height: var(--ln-target);
    }
    .head {
      display: none;
    }
    .count {
      margin-inline-start: auto;
    }
  }
`
