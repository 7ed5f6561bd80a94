import { css } from 'lit'

/** People: `ln-avatar`, `ln-presence`, `ln-stack`, `ln-person`. */
export const avatarStyles = css`
  /* ── Avatar: people round, groups and organisations square ── */
  .ln-avatar {
    position: relative;
    display: inline-grid;
    flex: none;
    place-items: center;
    width: 32px;
    height: 32px;
    border-radius: var(--ln-radius-full);
    background: var(--ln-avatar-7);
    color: var(--ln-on-avatar);
    font: 400 12px/1 var(--ln-font);
    white-space: nowrap;
    user-select: none;
  }
  .ln-avatar[data-tone='1'] {
    background: var(--ln-avatar-1);
  }
  .ln-avatar[data-tone='2'] {
    background: var(--ln-avatar-2);
  }
  .ln-avatar[data-tone='3'] {
    background: var(--ln-avatar-3);
  }
  .ln-avatar[data-tone='4'] {
    background: var(--ln-avatar-4);
  }
  .ln-avatar[data-tone='5'] {
    background: var(--ln-avatar-5);
  }
  .ln-avatar[data-tone='6'] {
    background: var(--ln-avatar-6);
  }
  .ln-avatar[data-tone='7'] {
    background: var(--ln-avatar-7);
  }
  .ln-avatar[data-tone='8'] {
    background: var(--ln-avatar-8);
  }
  .ln-avatar[data-size='20'] {
    width: 20px;
    height: 20px;
    font-size: 11px;
  }
  .ln-avatar[data-size='24'] {
    width: 24px;
    height: 24px;
    font-size: 12px;
  }
  .ln-avatar[data-size='36'] {
    width: 36px;
    height: 36px;
    font-size: 13px;
  }
  .ln-avatar[data-size='48'] {
    width: 48px;
    height: 48px;
    font-size: 16px;
  }
  .ln-avatar.is-group {
    border-radius: var(--ln-radius);
    background: var(--ln-active);
    color: var(--ln-text-2);
  }
  .ln-avatar.is-guest.is-group {
    background: var(--ln-external-subtle);
    color: var(--ln-external-text);
  }
  .ln-avatar.is-guest:not(.is-group) {
    outline: 1.5px solid var(--ln-external);
    outline-offset: 1px;
  }
  .ln-avatar > .ln-presence,
  .ln-avatar > .ln-guest {
    position: absolute;
    inset: auto -2px -2px auto;
  }
  .ln-avatar[data-size='24'] > .ln-presence {
    width: 6px;
    height: 6px;
    border-width: 1.5px;
  }
  .ln-avatar.is-guest > .ln-presence {
    inset: auto -3px -3px auto;
  }
  .ln-avatar > .ln-guest {
    inset: auto -4px -4px auto;
  }
  .ln-presence {
    display: block;
    box-sizing: content-box;
    width: 8px;
    height: 8px;
    border: 2px solid var(--ln-ground, var(--ln-surface));
    border-radius: var(--ln-radius-full);
  }
  .ln-presence[data-state='online'] {
    background: var(--ln-presence-online);
  }
  .ln-presence[data-state='away'] {
    background: var(--ln-ground, var(--ln-surface));
    box-shadow: inset 0 0 0 2px var(--ln-presence-away);
  }
  .ln-presence[data-state='busy'] {
    display: grid;
    place-items: center;
    background: var(--ln-presence-busy);
  }
  .ln-presence[data-state='busy']::after {
    content: '';
    width: 4px;
    height: 2px;
    background: var(--ln-ground, var(--ln-surface));
  }
  .ln-presence[data-state='offline'] {
    background: var(--ln-ground, var(--ln-surface));
    box-shadow: inset 0 0 0 2px var(--ln-presence-offline);
  }
  .ln-guest {
    display: grid;
    place-items: center;
    width: 12px;
    height: 12px;
    border: 2px solid var(--ln-ground, var(--ln-surface));
    border-radius: 5px;
    background: var(--ln-external);
    color: var(--ln-on-external);
    box-sizing: content-box;
  }
  .ln-guest > .ln-icon {
    width: 10px;
    height: 10px;
    stroke-width: 3;
  }
  .ln-stack {
    display: inline-flex;
    flex: none;
    align-items: center;
  }
  .ln-stack > .ln-avatar {
    box-shadow: 0 0 0 2px var(--ln-ground, var(--ln-surface));
  }
  .ln-stack > .ln-avatar:not(:first-child) {
    margin-inline-start: -3px;
  }
  .ln-stack > .ln-avatar[data-size='20'] {
    box-shadow: 0 0 0 1.5px var(--ln-ground, var(--ln-surface));
  }
  .ln-stack > .ln-avatar[data-size='20']:not(:first-child) {
    margin-inline-start: -2px;
  }
  .ln-stack > .ln-avatar.is-more {
    background: var(--ln-surface-sunken);
    color: var(--ln-text-2);
    font-size: 11px;
  }

  .ln-person {
    display: inline-flex;
    align-items: center;
    gap: var(--ln-space-2);
    min-width: 0;
  }
  .ln-person > span:last-child {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .ln-person small {
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    margin-inline-start: var(--ln-space-1);
  }
`
