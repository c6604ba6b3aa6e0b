/** One line in the corner of a scene. It is HTML, so that it is sharp and follows the page's type. The page repeats it elsewhere. */
export class Caption {
  readonly #line: HTMLElement;

  constructor(parent: HTMLElement) {
    if (getComputedStyle(parent).position === 'static') parent.style.position = 'relative';
    this.#line = document.createElement('div');
    this.#line.setAttribute('aria-hidden', 'true');
    Object.assign(this.#line.style, {
      position: 'absolute',
      insetInlineEnd: '12px',
      insetBlockEnd: '12px',
      maxInlineSize: 'calc(100% - 24px)',
      padding: '6px 12px',
      pointerEvents: 'none',
      font: '400 14px/1.4 var(--sans)',
      color: 'var(--ink)',
      background: 'var(--card)',
      border: '1px solid var(--line)',
      borderRadius: '8px',
    });
    this.#line.hidden = true;
    parent.append(this.#line);
  }

  show(text: string): void {
    this.#line.textContent = text;
    this.#line.hidden = text === '';
  }

  remove(): void {
    this.#line.remove();
  }
}
