import { css } from 'lit'

export const styles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .title {
    font: var(--ln-text-head);
    overflow-wrap: anywhere;
  }
  .title + .ln-facts {
    margin-top: var(--ln-space-2);
  }
  .ln-facts > dd {
    overflow-wrap: anywhere;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ln-space-1) var(--ln-space-4);
    margin-top: var(--ln-space-2);
    font: var(--ln-text-small);
  }
  .diff {
    width: 100%;
    table-layout: fixed;
    border: var(--ln-hairline) solid var(--ln-border);
    border-collapse: separate;
    border-spacing: 0;
    border-radius: var(--ln-radius);
    overflow: hidden;
  }
  .diff :is(th, td) {
    padding: 7px 10px;
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  .diff th {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .diff thead th {
    background: var(--ln-surface-sunken);
  }
  .diff thead th:first-child {
    width: 30%;
  }
  .diff tbody > tr > * {
    border-top: var(--ln-hairline) solid var(--ln-border);
  }
  .diff del {
    color: var(--ln-text-3);
    text-decoration: none;
  }
  .diff ins {
    color: var(--ln-text);
    text-decoration: none;
    font-weight: var(--ln-weight-strong);
  }
  .further > dt {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .further > dd {
    margin: 0 0 var(--ln-space-2);
    overflow-wrap: anywhere;
  }
  code {
    font: 400 12px/16px var(--ln-font-mono);
  }
  .ln-block > .proof {
    display: grid;
    gap: var(--ln-space-2);
    margin-inline: 0;
  }
  .proof > li {
    display: grid;
    grid-template-columns: 16px 60px minmax(0, 1fr);
    align-items: center;
    gap: var(--ln-space-2);
    color: var(--ln-text-2);
  }
  .proof > li > .ln-icon {
    color: var(--ln-success);
  }
  .proof small {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .proof code {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`
