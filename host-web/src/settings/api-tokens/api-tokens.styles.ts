import { css } from 'lit'

export const styles = css`
  form,
  .made {
    display: grid;
    justify-items: start;
    gap: var(--ln-space-4);
    max-width: 480px;
    margin-top: var(--ln-space-4);
  }
  ul ~ p {
    margin-top: var(--ln-space-4);
  }
  .ln-field {
    width: 100%;
  }
`
