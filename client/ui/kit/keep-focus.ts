/**
 * Moves the focus to the nearest remaining ancestor when the focused element disappears (a button that has done its work, a
 * list row that moved). Browsers move the focus to the page then, and keyboard and screen-reader users lose their place.
 */
const DISABLED = ':disabled, [hidden], [hidden] *';

const canTakeFocus = (element: Element): boolean =>
  element.isConnected &&
  !element.matches(DISABLED) &&
  element.getClientRects().length > 0 &&
  getComputedStyle(element).visibility === 'visible';

function pathOf(element: Element): Element[] {
  const path: Element[] = [];
  for (let node: Element | null = element; node && node !== document.body; node = node.parentElement) path.push(node);
  return path;
}

/** Starts the observer. Call once. */
export function keepFocus(): void {
  let path: Element[] = [];
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) path = pathOf(target);
  });
  const restoreFocus = (): void => {
    const [last] = path;
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (!isLost || !last || canTakeFocus(last)) return;
    const target =
      path.find((element) => element.id !== 'app' && canTakeFocus(element)) ?? document.getElementById('content');
    if (!(target instanceof HTMLElement)) return;
    if (target.tabIndex < 0) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  };
  new MutationObserver(restoreFocus).observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['disabled', 'hidden', 'open', 'class'],
  });
}
