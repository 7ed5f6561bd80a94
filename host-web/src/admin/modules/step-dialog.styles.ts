import { css } from 'lit'

export const styles = css`
  :host {
    display: contents;
  }
  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--ln-space-4);
  }
  fieldset {
    display: grid;
    gap: var(--ln-space-1);
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    margin-bottom: 6px;
    padding: 0;
  }
  fieldset > .ln-check,
  .choices > .ln-check {
    min-height: 28px;
  }
  .choices {
    display: grid;
    max-height: 192px;
    padding: var(--ln-space-1) var(--ln-space-2);
    border: var(--ln-hairline) solid var(--ln-border);
    border-radius: var(--ln-radius);
    overflow: hidden auto;
  }
  [data-level='2'] {
    padding-inline-start: 20px;
  }
  [data-level='3'] {
    padding-inline-start: 40px;
  }
  [data-level='4'] {
    padding-inline-start: 60px;
  }
  :is([data-level='5'], [data-level='6']) {
    padding-inline-start: 80px;
  }
  .chosen {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .chosen[hidden] {
    display: none;
  }
  .chosen > li {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    min-height: 32px;
  }
  .chosen small {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .chosen .ln-button {
    margin-inline-start: auto;
  }
  .times {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    align-items: start;
    gap: var(--ln-space-3);
  }
  .forecast {
    display: grid;
    gap: var(--ln-space-1);
    padding: var(--ln-space-3);
    border-radius: var(--ln-radius);
    background: var(--ln-surface-sunken);
    color: var(--ln-text-2);
  }
  .forecast strong {
    color: var(--ln-text);
    font-weight: var(--ln-weight-strong);
  }
  .is-loss {
    color: var(--ln-danger-text);
  }

  @media (max-width: 719px) {
    :is(fieldset, .choices) > .ln-check {
      min-height: var(--ln-target);
    }
    .times {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`
