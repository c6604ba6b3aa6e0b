/**
 * Keeps the focus near where it was when the thing that had it goes away: a button that has done its work, a line that has moved
 * elsewhere. Browsers let the focus fall to the page then, and whoever works by keyboard or by ear has lost the place.
 */
const DISABLED = ':disabled, [hidden], [hidden] *';

const canHold = (element: Element): boolean =>
  element.isConnected && !element.matches(DISABLED) && element.checkVisibility({ visibilityProperty: true });

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
