/**
 * Moves the focus to the nearest remaining ancestor when the focused element disappears (a button that has done its work, a
 * list row that moved). Browsers move the focus to the page then, and keyboard and screen-reader users lose their place.
 */
const DISABLED = ':disabled, [hidden], [hidden] *';

const canHold = (element: Element): boolean =>
  element.isConnected &&
  !element.matches(DISABLED) &&
  element.getClientRects().length > 0 &&
  getComputedStyle(element).visibility === 'visible';

function pathOf(element: Element): Element[] {
  const path: Element[] = [];
  for (let one: Element | null = element; one && one !== document.body; one = one.parentElement) path.push(one);
  return path;
}

/** Call once. */
export function keepFocus(): void {
  let path: Element[] = [];
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) path = pathOf(target);
  });
  const look = (): void => {
    const [last] = path;
    const nowhere = document.activeElement === null || document.activeElement === document.body;
    if (!nowhere || !last || canHold(last)) return;
    const near = path.find((element) => element.id !== 'app' && canHold(element)) ?? document.getElementById('content');
    if (!(near instanceof HTMLElement)) return;
    if (near.tabIndex < 0) near.tabIndex = -1;
    near.focus({ preventScroll: true });
  };
  new MutationObserver(look).observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['disabled', 'hidden', 'open', 'class'],
  });
}
