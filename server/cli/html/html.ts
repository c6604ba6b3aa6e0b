/** HTML templates with automatic escaping: only `Html` values, made by this module, are inserted as they are. */
import { type Block, type Inline, readProse } from '../../../shared/text/prose.ts';

export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Inner = Html | string | number | undefined | false | readonly Inner[];

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function render(inner: Inner): string {
  if (inner === undefined || inner === false) return '';
  if (inner instanceof Html) return inner.text;
  return typeof inner === 'string' || typeof inner === 'number'
    ? escapeHtml(String(inner))
    : inner.map(render).join('');
}

/** html`<p>${text}</p>`; lists are joined, undefined and false are left out. */
export const html = (strings: TemplateStringsArray, ...values: readonly Inner[]): Html =>
  new Html(strings.map((part, index) => part + render(values[index])).join(''));

/** HTML made elsewhere in this program, such as a drawing. Never pass a text of a case. */
export const raw = (text: string): Html => new Html(text);

const marked = ({ text, mark }: Inline): Html =>
  mark === 'strong' ? html`<strong>${text}</strong>` : mark === 'em' ? html`<em>${text}</em>` : html`${text}`;

const lines = (all: readonly Inline[][]): Inner[] =>
  all.map((line, index) => [index > 0 && raw('<br>'), line.map(marked)]);

function block(shown: Block): Html {
  if (shown.kind === 'paragraph') return html`<p>${lines(shown.lines)}</p>`;
  const items = shown.items.map((item) => html`<li>${item.map(marked)}</li>`);
  const list = shown.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
  return html`${shown.intro.length > 0 && html`<p>${lines(shown.intro)}</p>`}${list}`;
}

/** A text of a case as HTML paragraphs and lists. */
export const prose = (text: string | undefined): Inner => (text ? readProse(text).map(block) : undefined);

export const bullets = (items: readonly Inner[]): Inner =>
  items.length > 0 && html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;

export function table(head: readonly Inner[], rows: readonly (readonly Inner[])[]): Html {
  return html`<table><thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>\n`)}</tbody></table>`;
}
