import { css } from 'lit'

export const styles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .fields {
    display: grid;
    align-content: start;
    gap: var(--ln-space-5);
    padding: var(--ln-space-4);
  }
  form {
    display: grid;
    gap: var(--ln-space-4);
  }
  fieldset {
    display: grid;
    justify-items: start;
    gap: 6px;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    margin-bottom: 6px;
    padding: 0;
  }
  fieldset + .ln-field-hint {
    margin-top: -10px;
  }
  .terms {
    min-height: 140px;
    max-height: 320px;
  }
  .terms.is-pattern {
    font: 400 13px/20px var(--ln-font-mono);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ln-space-1) var(--ln-space-4);
  }
  ln-content-trial {
    padding-top: var(--ln-space-4);
    border-top: var(--ln-hairline) solid var(--ln-border);
  }
  footer {
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--ln-space-2);
    padding: var(--ln-space-3) var(--ln-space-4);
    border-top: var(--ln-hairline) solid var(--ln-border);
  }
  footer > .is-primary {
    margin-inline-start: auto;
  }

  @media (max-width: 719px) {
    .choices > .ln-check {
      min-height: var(--ln-target);
    }
  }
`
