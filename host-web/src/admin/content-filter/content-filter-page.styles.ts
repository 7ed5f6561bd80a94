import { css } from 'lit'

export const styles = css`
  :host {
    display: flex;
    flex: 1;
    min-height: 0;
    --ln-detail: 440px;
  }
  .ln-panes > .ln-content {
    min-width: 0;
  }
  .ln-head-end {
    gap: var(--ln-space-3);
  }
  .figures {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: space-between;
    gap: var(--ln-space-5);
    min-height: 60px;
    padding: var(--ln-space-2) var(--ln-space-5);
    border-bottom: var(--ln-hairline) solid var(--ln-border);
  }
  .figures > dl {
    display: flex;
    gap: var(--ln-space-6);
  }
  .figures dl > div {
    display: flex;
    flex-direction: column-reverse;
  }
  .figures dt {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    white-space: nowrap;
  }
  .figures dd {
    font: var(--ln-text-head-s);
  }
  .days {
    flex: none;
    width: 180px;
    height: 32px;
  }
  .days .is-block {
    fill: var(--ln-danger);
  }
  .days .is-flag {
    fill: var(--ln-warning);
  }
  .rules tbody td {
    height: 52px;
  }
  .rules tr {
    position: relative;
  }
  .rules th.action {
    width: 112px;
  }
  .rules th.times {
    width: 84px;
  }
  .rules :is(th, td).state {
    width: 84px;
    text-align: end;
  }
  .rules .name {
    display: flex;
    align-items: center;
    gap: 10px;
    min-width: 0;
    color: inherit;
  }
  .rules .name > .ln-icon {
    color: var(--ln-text-3);
  }
  .rules .name > span {
    min-width: 0;
  }
  .rules .name b {
    display: block;
    font-weight: var(--ln-weight-strong);
  }
  .rules .name small {
    display: block;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .rules .name::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .rules .ln-switch {
    position: relative;
    vertical-align: middle;
    z-index: 1;
  }
  .waiting {
    padding: var(--ln-space-4) var(--ln-space-5);
  }

  @media (max-width: 719px) {
    .figures {
      padding-inline: var(--ln-space-4);
    }
    .figures > dl {
      flex: 1;
      justify-content: space-between;
      gap: var(--ln-space-3);
    }
    .days,
    .rules :is(th, td):is(:nth-child(3), :nth-child(4)) {
      display: none;
    }
  }
`
