import { css } from 'lit'

/** Design tokens: they live in the document, and custom properties reach every shadow root from there. */
export const tokensStyles = css`
  /* Design tokens. Every colour is written once as light-dark(light, dark); the theme only sets \`color-scheme\`.
   No choice: the system decides. A choice: data-theme="light|dark" on <html> (or on any subtree). */

  :root {
    color-scheme: light dark;
  }
  [data-theme='light'] {
    color-scheme: light;
  }
  [data-theme='dark'] {
    color-scheme: dark;
  }

  :root,
  [data-theme] {
    /* ── Surfaces: chrome is furthest back, then list, then content; raised floats above everything ── */
    --ln-surface-chrome: light-dark(#eef0f3, #111316);
    --ln-surface-list: light-dark(#f7f8fa, #16181c);
    --ln-surface: light-dark(#ffffff, #1b1d21);
    --ln-surface-sunken: light-dark(#f4f5f7, #15171a);
    --ln-surface-raised: light-dark(#ffffff, #26292e);
    --ln-surface-inverse: light-dark(#24282e, #e4e6ea);
    --ln-scrim: light-dark(rgb(20 24 31 / 36%), rgb(0 0 0 / 56%));

    /* ── Text ── */
    --ln-text: light-dark(#1a1d21, #e5e7ea);
    --ln-text-2: light-dark(#474e58, #b3b9c2);
    --ln-text-3: light-dark(#5f6772, #959da8);
    --ln-text-disabled: light-dark(#a3aab4, #5a616b);
    --ln-text-inverse: light-dark(#f5f6f8, #1a1d21);

    /* ── Lines ── */
    --ln-border: light-dark(#e3e6ea, #2b2e34);
    --ln-border-strong: light-dark(#cfd4da, #3d4249);
    --ln-border-control: light-dark(#828a96, #767e89);

    /* ── States that lie over any surface ── */
    --ln-hover: light-dark(rgb(28 38 54 / 5%), rgb(255 255 255 / 5%));
    --ln-active: light-dark(rgb(28 38 54 / 9%), rgb(255 255 255 / 9%));
    --ln-selected: light-dark(#e3ecfb, #202d45);
    --ln-focus: light-dark(#1d5fd1, #7aacff);

    /* ── Accent: the only colour that asks for something. A company may replace this group ── */
    --ln-accent: light-dark(#1d5fd1, #7aacff);
    --ln-accent-text: light-dark(#1855bd, #86b3ff);
    --ln-accent-fill: light-dark(#1d5fd1, #2c66d4);
    --ln-accent-fill-hover: light-dark(#1751b6, #3770dc);
    --ln-accent-fill-active: light-dark(#124397, #2558ba);
    --ln-accent-subtle: light-dark(#eaf1fc, #1e2940);
    --ln-accent-border: light-dark(#b5ccf2, #34507f);
    --ln-on-accent: light-dark(#ffffff, #ffffff);

    /* ── State colours: never without an icon or a word ── */
    --ln-success: light-dark(#1c7f47, #4fb37b);
    --ln-success-text: light-dark(#176b3b, #6cc793);
    --ln-success-subtle: light-dark(#e8f4ed, #172a20);
    --ln-success-border: light-dark(#b5dbc5, #2a553c);
    --ln-warning: light-dark(#b9560f, #e08a44);
    --ln-warning-text: light-dark(#974408, #eea061);
    --ln-warning-subtle: light-dark(#fcefe4, #33231a);
    --ln-warning-border: light-dark(#efcdb0, #664226);
    --ln-danger: light-dark(#c5322a, #e4665c);
    --ln-danger-text: light-dark(#b0271f, #f28b82);
    --ln-danger-fill: light-dark(#c5322a, #bf3b33);
    --ln-danger-fill-hover: light-dark(#a9271f, #c9443b);
    --ln-danger-subtle: light-dark(#fcecea, #371e1d);
    --ln-danger-border: light-dark(#f0c3be, #6b322e);
    --ln-info: light-dark(#5c6b80, #97a5ba);
    --ln-info-text: light-dark(#46546a, #b2bfd1);
    --ln-info-subtle: light-dark(#eef1f5, #22272f);
    --ln-info-border: light-dark(#d0d8e2, #3a4350);

    /* ── External 外部: whatever people outside the company can read. Used for nothing else ── */
    --ln-external: light-dark(#996a0a, #d0a048);
    --ln-external-text: light-dark(#755000, #e6bf74);
    --ln-external-wash: light-dark(#fdf9ee, #211d14);
    --ln-external-subtle: light-dark(#faf1d9, #2d2616);
    --ln-external-border: light-dark(#e8d5a4, #574823);
    --ln-on-external: light-dark(#ffffff, #1f1805);

    /* ── Presence ── */
    --ln-presence-online: light-dark(#2f9e5f, #48b377);
    --ln-presence-busy: light-dark(#c5322a, #e4665c);
    --ln-presence-away: light-dark(#b9560f, #e08a44);
    --ln-presence-offline: light-dark(#9aa2ad, #6b737e);

    /* ── Priority ── */
    --ln-priority-urgent: var(--ln-danger);
    --ln-priority-high: light-dark(#474e58, #d3d7dc);
    --ln-priority-off: light-dark(#cfd4da, #454a52);

    /* ── Avatars: eight quiet tones, white letters on each ── */
    --ln-avatar-1: light-dark(#3f6aa8, #44689c);
    --ln-avatar-2: light-dark(#2b7a86, #2f727d);
    --ln-avatar-3: light-dark(#3c7d5a, #3f7557);
    --ln-avatar-4: light-dark(#6a7434, #666f3a);
    --ln-avatar-5: light-dark(#a15a3c, #95583f);
    --ln-avatar-6: light-dark(#a84f66, #9a5063);
    --ln-avatar-7: light-dark(#5d6b7e, #5d6979);
    --ln-avatar-8: light-dark(#43537d, #4c5b85);
    --ln-on-avatar: #ffffff;

    /* ── Scope ramp of the permission matrix: one hue, the wider the darker ── */
    --ln-scope-own: light-dark(#f2f6fd, #1d232e);
    --ln-scope-project: light-dark(#e2ecfb, #1f2d45);
    --ln-scope-dept: light-dark(#cadcf8, #233a60);
    --ln-scope-tree: light-dark(#adc9f4, #29497d);
    --ln-scope-all: light-dark(#8ab1ee, #315b9f);
    --ln-on-scope: light-dark(#143a7d, #d5e3fb);
    --ln-on-scope-all: light-dark(#0e2f6a, #eaf1fd);

    /* ── Shadows: floating layers only ── */
    --ln-shadow-color: light-dark(rgb(24 32 46 / 14%), rgb(0 0 0 / 50%));
    --ln-shadow-edge: light-dark(rgb(24 32 46 / 10%), rgb(255 255 255 / 10%));
    --ln-shadow-popover: 0 0 0 1px var(--ln-shadow-edge), 0 4px 16px -2px var(--ln-shadow-color);
    --ln-shadow-dialog: 0 0 0 1px var(--ln-shadow-edge), 0 16px 48px -8px var(--ln-shadow-color);
  }

  :root {
    /* ── Space: a 4 px grid; 2 px only inside a part ── */
    --ln-space-half: 2px;
    --ln-space-1: 4px;
    --ln-space-2: 8px;
    --ln-space-3: 12px;
    --ln-space-4: 16px;
    --ln-space-5: 20px;
    --ln-space-6: 24px;
    --ln-space-8: 32px;
    --ln-space-10: 40px;
    --ln-space-12: 48px;

    /* ── Shape ── */
    --ln-radius-s: 4px;
    --ln-radius: 6px;
    --ln-radius-l: 10px;
    --ln-radius-full: 999px;
    --ln-hairline: 1px;

    /* ── Type ── */
    --ln-font: system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', sans-serif;
    --ln-font-mono: ui-monospace, 'SF Mono', Consolas, 'Noto Sans Mono', monospace;
    --ln-text-count: 500 11px/16px var(--ln-font);
    --ln-text-small: 400 12px/16px var(--ln-font);
    --ln-text-base: 400 14px/20px var(--ln-font);
    --ln-text-reading: 400 14px/22px var(--ln-font);
    --ln-text-head-s: 600 14px/20px var(--ln-font);
    --ln-text-head: 600 16px/24px var(--ln-font);
    --ln-text-head-l: 600 20px/28px var(--ln-font);
    --ln-text-head-xl: 600 24px/32px var(--ln-font);
    --ln-weight: 400;
    --ln-weight-strong: 600;

    /* ── Sizes ── */
    --ln-rail: 64px;
    --ln-topbar: 48px;
    --ln-list: 288px;
    --ln-list-min: 280px;
    --ln-list-max: 340px;
    --ln-detail: 360px;
    --ln-head: 48px;
    --ln-subhead: 36px;
    --ln-bottombar: 56px;
    --ln-row-s: 32px;
    --ln-row: 36px;
    --ln-row-l: 52px;
    --ln-control-s: 24px;
    --ln-control: 32px;
    --ln-control-l: 40px;
    --ln-target: 44px;
    --ln-icon-s: 14px;
    --ln-icon: 16px;
    --ln-icon-l: 20px;

    /* ── Motion ── */
    --ln-fast: 80ms;
    --ln-medium: 120ms;
    --ln-slow: 150ms;
    --ln-ease: cubic-bezier(0.2, 0, 0, 1);

    /* ── Layers ── */
    --ln-z-sticky: 10;
    --ln-z-bar: 20;
    --ln-z-drawer: 100;
    --ln-z-dialog: 200;
    --ln-z-popover: 300;
    --ln-z-toast: 400;
    --ln-z-tooltip: 500;
  }

  @media (prefers-reduced-motion: reduce) {
    :root {
      --ln-fast: 0ms;
      --ln-medium: 0ms;
      --ln-slow: 0ms;
    }
  }
`
