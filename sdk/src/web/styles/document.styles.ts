import { css } from 'lit'

/** What only the document itself needs. */
export const documentStyles = css`
  html {
    height: 100%;
    background: var(--ln-surface-chrome);
    color: var(--ln-text);
    font: var(--ln-text-base);
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
    -webkit-font-smoothing: antialiased;
    /* 中文 Latin 12: the browser sets the gap, so nobody types spaces between scripts. */
    text-autospace: normal;
    text-spacing-trim: normal;
    scrollbar-color: var(--ln-border-strong) transparent;
    scrollbar-width: thin;
  }

  body {
    height: 100%;
  }
`
