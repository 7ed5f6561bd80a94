import { css } from 'lit'

export const styles = css`
  form {
    display: grid;
    gap: var(--ln-space-4);
  }
  .invite-two {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--ln-space-3);
  }
  .invite-sees {
    display: grid;
    gap: var(--ln-space-2);
    padding: var(--ln-space-3);
    border: var(--ln-hairline) solid var(--ln-external-border);
    border-radius: var(--ln-radius);
    background: var(--ln-external-wash);
  }
  .invite-sees h3 {
    color: var(--ln-external-text);
    font: var(--ln-text-small);
  }
  .invite-sees section {
    display: grid;
    gap: 2px;
  }
  .invite-hidden {
    display: flex;
    align-items: center;
    gap: 6px;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .invite-people {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
  }

  @media (max-width: 719px) {
    .invite-two {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`
