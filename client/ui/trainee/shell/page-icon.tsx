import { Icon } from '../../../art/icon.tsx';

const ICONS: Record<string, string> = {
  interviews: 'interview',
  decisions: 'decision',
  charging: 'scales',
  handbook: 'book',
  brief: 'flag',
  handover: 'share',
  debrief: 'chart',
};

/** The icon of a page. Most pages share their name with an icon. */
export function PageIcon({ page }: { page: string }) {
  return (
    <span class="nav-icon">
      <Icon name={ICONS[page] ?? page} size={22} />
    </span>
  );
}
