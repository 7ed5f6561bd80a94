import { css } from 'lit'

export const styles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }
  .ln-head {
    padding-inline: var(--ln-space-3);
  }
  .choose {
    display: grid;
    align-content: start;
    justify-items: center;
    gap: var(--ln-space-5);
    padding: var(--ln-space-5);
  }
  .choose > * {
    width: 100%;
    max-width: 760px;
  }
  .drop {
    display: grid;
    justify-items: center;
    gap: var(--ln-space-2);
    padding: var(--ln-space-8) var(--ln-space-4);
    border: 1px dashed var(--ln-border-control);
    border-radius: var(--ln-radius-l);
    color: var(--ln-text-2);
    text-align: center;
  }
  .drop.is-over {
    border-color: var(--ln-accent);
    background: var(--ln-selected);
  }
  .drop > small,
  .columns small,
  .file {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .columns-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin-bottom: var(--ln-space-2);
  }
  .columns-head > h2 {
    font: var(--ln-text-head-s);
  }
  .columns {
    display: grid;
    grid-template-columns: 128px minmax(0, 1fr);
  }
  .columns > dt,
  .columns > dd {
    padding-block: var(--ln-space-2);
    border-top: var(--ln-hairline) solid var(--ln-border);
  }
  .columns > dt > small {
    margin-inline-start: 6px;
  }
  .columns > dd {
    color: var(--ln-text-2);
  }
  .file {
    padding: var(--ln-space-3) var(--ln-space-5) 0;
    overflow-wrap: anywhere;
  }
  footer {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--ln-space-2) var(--ln-space-4);
    padding: var(--ln-space-3) var(--ln-space-5);
    border-top: var(--ln-hairline) solid var(--ln-border);
  }
  .acts {
    display: flex;
    flex: none;
    gap: var(--ln-space-2);
    margin-inline-start: auto;
  }
  input[type='file'] {
    display: none;
  }

  @media (max-width: 719px) {
    .choose {
      padding: var(--ln-space-4);
    }
    .columns {
      grid-template-columns: 92px minmax(0, 1fr);
    }
    .columns > dt > small {
      display: block;
      margin: 0;
    }
    .file,
    footer {
      padding-inline: var(--ln-space-4);
    }
    .acts {
      flex: 1;
    }
    .acts > .ln-button {
      flex: 1;
      min-height: var(--ln-target);
    }
  }
`
