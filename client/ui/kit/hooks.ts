/** Time and place for components: the ticking case clock and the address of the page. */
import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { useKit } from './context.ts';

/** Case time in milliseconds, read anew every second. */
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
  /** The path in pieces: `/play/people/nyota` is `['play', 'people', 'nyota']`. */
  parts: string[];
  query: URLSearchParams;
}

function readRoute(): Route {
  const { pathname, search } = globalThis.location ?? { pathname: '/', search: '' };
  return {
    path: pathname,
    parts: pathname.split('/').filter(Boolean).map(decodeURIComponent),
    query: new URLSearchParams(search),
  };
}

const route = signal<Route>(readRoute());

/** Where we are; the component is drawn again when that changes. */
export const useRoute = (): Route => route.value;

/** Goes to an address of this app. The scroll starts at the top, the focus at the page's heading. */
export function go(path: string, options: { replace?: boolean } = {}): void {
  const change = options.replace ? 'replaceState' : 'pushState';
  globalThis.history[change](null, '', path);
  route.value = readRoute();
  globalThis.scrollTo(0, 0);
}

/** Lets plain links of this app change the page without loading it anew. Call once. */
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
