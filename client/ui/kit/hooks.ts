/** Hooks for case time and routing. */
import { signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { useKit } from '../../context/kit.ts';

/** Returns case time in milliseconds and renders the component again every second. */
export function useNow(): number {
  const { caseNow } = useKit();
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return caseNow();
}

export interface Route {
  path: string;
  /** The segments of the path: `/play/people/nyota` is `['play', 'people', 'nyota']`. */
  parts: string[];
  query: URLSearchParams;
}

const partsOf = (path: string): string[] => path.split('/').filter(Boolean).map(decodeURIComponent);

function readRoute(): Route {
  const { pathname, search } = globalThis.location ?? { pathname: '/', search: '' };
  return {
    path: pathname,
    parts: partsOf(pathname),
    query: new URLSearchParams(search),
  };
}

const route = signal<Route>(readRoute());

/** The address inside a view of another screen, such as the trainer's view of a desk. */
export const RouteContext = createContext<Route | undefined>(undefined);

/** Returns the current route; the component renders again when it changes. */
export function useRoute(): Route {
  const inside = useContext(RouteContext);
  return inside ?? route.value;
}

export const routeOf = (path: string): Route => ({ path, parts: partsOf(path), query: new URLSearchParams() });

/** Navigates within the app and scrolls to the top. */
export function go(path: string, options: { replace?: boolean } = {}): void {
  const change = options.replace ? 'replaceState' : 'pushState';
  globalThis.history[change](null, '', path);
  route.value = readRoute();
  globalThis.scrollTo(0, 0);
}

/** Handles clicks on internal links without a page load. Call once. */
export function followLinks(): void {
  globalThis.addEventListener('popstate', () => (route.value = readRoute()));
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
      return;
    if (
      link.target ||
      link.hasAttribute('download') ||
      link.origin !== location.origin ||
      link.pathname.startsWith('/api/')
    )
      return;
    if (link.hash && link.pathname === location.pathname) return;
    event.preventDefault();
    go(link.pathname + link.search);
  });
}
