/** The bar on top of every trainer page. */
import type { ComponentChildren } from 'preact';
import { useT } from '../../kit/index.ts';
import { DisplayMenu } from './display-menu.tsx';

export function TrainerBar({
  title,
  children,
  before,
}: {
  title: string;
  before?: ComponentChildren;
  children?: ComponentChildren;
}) {
  const t = useT('trainer');
  return (
    <header class="trainer-bar">
      <a class="brand" href="/trainer" aria-label={t('home.all')}>
        {t('brand')}
      </a>
      <h1>
        <bdi>{title}</bdi>
      </h1>
      {before}
      <span class="trainer-bar-end">
        {children}
        <DisplayMenu />
      </span>
    </header>
  );
}
