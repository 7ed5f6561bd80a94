import { css } from 'lit'

/** Reading and answering: `ln-prose`, `ln-callout`, `ln-comment`, `ln-write`, `ln-object`, `ln-steps`. */
export const readingStyles = css`
  /* ── Reading and answering: documents, knowledge base, approvals, tasks in texts, feedback ── */
  .ln-prose {
    font: 400 15px/26px var(--ln-font);
    color: var(--ln-text);
  }
  .ln-prose > * + * {
    margin-top: var(--ln-space-3);
  }
  .ln-prose h1 {
    font: var(--ln-text-head-xl);
  }
  .ln-prose h2 {
    margin-top: var(--ln-space-8);
    font: var(--ln-text-head-l);
  }
  .ln-prose h3 {
    margin-top: var(--ln-space-6);
    font: var(--ln-text-head);
  }
  .ln-prose h2 + *,
  .ln-prose h3 + * {
    margin-top: var(--ln-space-2);
  }
  .ln-prose ul:not([class]),
  .ln-prose ol {
    padding-inline-start: 26px;
  }
  .ln-prose ul:not([class]) {
    list-style: disc;
  }
  .ln-prose ol {
    list-style: decimal;
  }
  .ln-prose li::marker {
    color: var(--ln-text-3);
    font-variant-numeric: tabular-nums;
  }
  .ln-prose li + li {
    margin-top: var(--ln-space-1);
  }
  .ln-prose table {
    width: 100%;
    border: solid var(--ln-border-strong);
    border-width: 1px 0 0 1px;
    border-radius: var(--ln-radius-s);
    font: 400 14px/22px var(--ln-font);
  }
  .ln-prose :is(th, td) {
    padding: 6px var(--ln-space-3);
    border: solid var(--ln-border-strong);
    border-width: 0 1px 1px 0;
    text-align: start;
    vertical-align: top;
  }
  .ln-prose th {
    background: var(--ln-surface-sunken);
    font-weight: var(--ln-weight-strong);
  }
  .ln-prose img {
    height: auto;
  }
  .ln-prose a:not([class]),
  .ln-callout a {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .ln-wide {
    overflow: auto hidden;
  }
  .ln-prose figure > img {
    border: var(--ln-hairline) solid var(--ln-border);
    border-radius: var(--ln-radius);
  }
  .ln-prose figcaption {
    margin-top: var(--ln-space-1);
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .ln-prose ins {
    border-radius: 2px;
    background: var(--ln-success-subtle);
    color: var(--ln-success-text);
    text-decoration: underline;
    text-underline-offset: 4px;
  }
  .ln-prose del {
    border-radius: 2px;
    background: var(--ln-danger-subtle);
    color: var(--ln-danger-text);
    text-decoration: line-through;
  }
  .ln-callout {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr);
    gap: 0 10px;
    padding: var(--ln-space-3) var(--ln-space-4);
    border-radius: var(--ln-radius);
    background: var(--ln-info-subtle);
    font: var(--ln-text-reading);
  }
  .ln-callout > .ln-icon {
    margin-top: 3px;
    color: var(--ln-info);
  }
  .ln-callout[data-tone='warning'] {
    background: var(--ln-warning-subtle);
  }
  .ln-callout[data-tone='warning'] > .ln-icon {
    color: var(--ln-warning);
  }
  .ln-callout > :not(.ln-icon) {
    grid-column: 2;
  }
  .ln-only-team {
    padding: var(--ln-space-2) var(--ln-space-3) var(--ln-space-3);
    border: var(--ln-hairline) dashed var(--ln-border-control);
    border-radius: var(--ln-radius);
    background: var(--ln-surface-sunken);
    --ln-ground: var(--ln-surface-sunken);
  }
  .ln-only-team > header {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 24px;
    color: var(--ln-text-2);
    font: var(--ln-text-small);
  }
  .ln-only-team > header > b {
    font-weight: var(--ln-weight-strong);
  }
  .ln-only-team > header > :last-child:not(span, b) {
    margin-inline-start: auto;
  }

  .ln-comment {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr);
    gap: 2px var(--ln-space-2);
  }
  .ln-comment > header {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 24px;
    min-width: 0;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    white-space: nowrap;
  }
  .ln-comment > header > strong {
    color: var(--ln-text);
    font: var(--ln-text-head-s);
  }
  .ln-comment > header > .ln-badge.is-team {
    margin-inline-start: auto;
  }
  .ln-comment > p {
    grid-column: 2;
    color: var(--ln-text);
    font: var(--ln-text-reading);
  }
  .ln-comment > footer {
    grid-column: 2;
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: var(--ln-space-1) var(--ln-space-2);
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .ln-comment.is-team {
    margin-inline: calc(-1 * var(--ln-space-2));
    padding: 5px 7px 7px;
    border: var(--ln-hairline) dashed var(--ln-border-control);
    border-radius: var(--ln-radius);
    background: var(--ln-surface-sunken);
    --ln-ground: var(--ln-surface-sunken);
  }

  .ln-write {
    border: var(--ln-hairline) solid var(--ln-border-control);
    border-radius: 8px;
    background: var(--ln-surface);
    overflow: hidden;
  }
  .ln-write:focus-within {
    border-color: var(--ln-focus);
  }
  .ln-write.is-team {
    border-style: dashed;
    background: var(--ln-surface-sunken);
  }
  .ln-write.is-external {
    border-color: var(--ln-external);
    background: var(--ln-external-wash);
  }
  .ln-write > header {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 32px;
    padding: var(--ln-space-1) var(--ln-space-1) var(--ln-space-1) var(--ln-space-3);
    border-bottom: var(--ln-hairline) solid var(--ln-border);
    color: var(--ln-text-2);
    font: var(--ln-text-small);
  }
  .ln-write.is-external > header {
    border-color: var(--ln-external-border);
    background: var(--ln-external-subtle);
    color: var(--ln-external-text);
  }
  .ln-write > header > .ln-segmented {
    margin-inline-start: auto;
  }
  .ln-write > textarea {
    display: block;
    width: 100%;
    height: 40px;
    padding: 8px var(--ln-space-3) 0;
    border: 0;
    background: none;
    outline: none;
    resize: none;
    font: var(--ln-text-reading);
  }
  .ln-write > footer {
    display: flex;
    align-items: center;
    gap: var(--ln-space-1);
    padding: var(--ln-space-1);
  }
  .ln-write > footer > :last-child {
    margin-inline-start: auto;
  }

  /* In a table, a state sits on the middle of its row. */
  .ln-table .ln-status {
    vertical-align: middle;
  }

  /* Something of another module inside a text: live, trimmed by the reader's rights. */
  .ln-object {
    display: grid;
    gap: 6px;
    width: 480px;
    max-width: 100%;
    padding: 10px var(--ln-space-3);
    border: var(--ln-hairline) solid var(--ln-border);
    border-radius: var(--ln-radius);
    background: var(--ln-surface);
    color: var(--ln-text);
    font: var(--ln-text-base);
  }
  .ln-object:hover {
    border-color: var(--ln-border-strong);
    text-decoration: none;
  }
  .ln-object-line {
    display: flex;
    align-items: center;
    gap: var(--ln-space-2);
    min-width: 0;
  }
  .ln-object-line > .ln-status {
    margin-inline-start: auto;
  }
  .ln-object-title {
    min-width: 0;
    overflow: hidden;
    font-weight: var(--ln-weight-strong);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .ln-object-meta {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--ln-space-1) var(--ln-space-3);
    color: var(--ln-text-3);
    font: var(--ln-text-small);
  }
  .ln-object-meta > span {
    display: inline-flex;
    align-items: center;
    gap: var(--ln-space-1);
  }
  .ln-object-meta > [data-tone='danger'] {
    color: var(--ln-danger-text);
  }
  .ln-object-meta > .ln-progress {
    width: 96px;
  }

  /* Who has it now: steps of a route or of handling. A step that runs in parallel holds a list. */
  .ln-steps > li {
    position: relative;
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr);
    gap: 0 var(--ln-space-2);
    padding-bottom: var(--ln-space-4);
  }
  .ln-steps > li:not(:last-child)::before {
    content: '';
    position: absolute;
    inset: 22px auto 2px 9px;
    width: 2px;
    border-radius: 1px;
    background: var(--ln-border-strong);
  }
  .ln-steps > li:last-child {
    padding-bottom: 0;
  }
  .ln-steps > li > .ln-icon {
    width: 20px;
    height: 20px;
    stroke-width: 1.75;
    color: var(--ln-text-3);
  }
  .ln-steps > li[data-state='done'] > .ln-icon {
    color: var(--ln-success);
  }
  .ln-steps > li[data-state='now'] > .ln-icon {
    color: var(--ln-accent);
  }
  .ln-steps > li[data-state='late'] > .ln-icon {
    color: var(--ln-danger);
  }
  .ln-steps h3 {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 20px;
    font: var(--ln-text-base);
  }
  .ln-steps > [data-state='now'] h3 {
    font-weight: var(--ln-weight-strong);
  }
  .ln-steps h3 > small {
    margin-inline-start: auto;
    color: var(--ln-text-3);
    font: var(--ln-text-small);
    font-variant-numeric: tabular-nums;
  }
  .ln-steps p {
    color: var(--ln-text-2);
    font: 400 12px/18px var(--ln-font);
  }
  .ln-steps > [data-state='todo'] h3,
  .ln-steps > [data-state='todo'] p {
    color: var(--ln-text-3);
  }
  .ln-steps .ln-person {
    color: var(--ln-text-2);
    font: var(--ln-text-small);
    gap: 6px;
  }
  .ln-steps li li {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 28px;
    font: var(--ln-text-small);
    color: var(--ln-text-2);
  }
  .ln-steps li li > :last-child {
    margin-inline-start: auto;
  }

  @media (max-width: 719px) {
    .ln-wide > table {
      width: max-content;
      min-width: 100%;
      white-space: nowrap;
    }
    .ln-write > textarea {
      height: var(--ln-target);
      font-size: 16px;
    }
  }
`
