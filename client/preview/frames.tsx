/** All desks side by side, each the real page of a trainee in a frame of its own, as wide as a phone or a laptop. */
import { signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PreviewDesk } from '../../shared/preview/wire.ts';
import { useT } from '../ui/kit/index.ts';
import { status } from './model.ts';

type Arrangement = 'grid' | 'two' | 'one';
type Device = 'phone' | 'laptop';

const WIDTH: Record<Device, number> = { phone: 390, laptop: 1280 };

const arrangement = signal<Arrangement>('grid');
/** The desks in front, newest last. */
const front = signal<readonly string[]>([]);

const howMany: Record<Arrangement, number> = { grid: Number.POSITIVE_INFINITY, two: 2, one: 1 };

/** Which desks are on show: in front those that were asked for last, then the others in order. */
function onShow(desks: readonly PreviewDesk[]): readonly string[] {
  const roles = desks.map(({ role }) => role);
  if (arrangement.value === 'grid') return roles;
  const asked = front.value.filter((role) => roles.includes(role));
  const others = roles.filter((role) => !asked.includes(role));
  return [...asked.toReversed(), ...others].slice(0, howMany[arrangement.value]);
}

export function Frames() {
  const t = useT('preview');
  const desks = status.value?.desks ?? [];
  const shown = onShow(desks);
  const bring = (role: string) => {
    front.value = [...front.value.filter((other) => other !== role), role];
  };
  return (
    <section class="frames" aria-label={t('desks.label')}>
      <div class="row tight frames-bar">
        <div class="segments" role="group" aria-label={t('desks.arrange')}>
          {(['grid', 'two', 'one'] as const).map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={arrangement.value === one}
              onClick={() => (arrangement.value = one)}
            >
              {t(`desks.${one}`)}
            </button>
          ))}
        </div>
        {arrangement.value !== 'grid' && (
          <div class="segments" role="group" aria-label={t('desks.which')}>
            {desks.map(({ role, title }) => (
              <button key={role} type="button" aria-pressed={shown.includes(role)} onClick={() => bring(role)}>
                <bdi>{title}</bdi>
              </button>
            ))}
          </div>
        )}
      </div>
      <div class={`frames-grid ${arrangement.value}`} style={{ '--columns': columnsFor(shown.length) }}>
        {desks.map((desk) => (
          <DeskFrame
            key={desk.role}
            desk={desk}
            hidden={!shown.includes(desk.role)}
            large={arrangement.value === 'one'}
            onLarge={() => {
              bring(desk.role);
              arrangement.value = arrangement.value === 'one' ? 'grid' : 'one';
            }}
          />
        ))}
      </div>
    </section>
  );
}

/** Two rows from four desks on, so that no desk stands alone in a row of its own. */
const columnsFor = (desks: number): number => (desks <= 3 ? desks : Math.ceil(desks / 2));

interface FrameProps {
  desk: PreviewDesk;
  hidden: boolean;
  large: boolean;
  onLarge: () => void;
}

function DeskFrame({ desk, hidden, large, onLarge }: FrameProps) {
  const t = useT('preview');
  const [device, setDevice] = useState<Device>('phone');
  const hold = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const box = useSize(hold);
  const version = status.value?.version;
  useEffect(() => comeBack(frame.current), [version]);
  const width = WIDTH[device];
  const scale = box ? Math.min(device === 'phone' ? 1 : 1.25, box.width / width) : 1;
  return (
    <article class="desk-frame" hidden={hidden} data-desk={desk.role}>
      <header class="row tight nowrap">
        <strong class="desk-name">
          <bdi>{desk.title}</bdi>
        </strong>
        <div class="segments" role="group" aria-label={t('desks.width')}>
          {(['phone', 'laptop'] as const).map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={device === one}
              aria-label={t(`desks.${one}`)}
              title={t(`desks.${one}`)}
              onClick={() => setDevice(one)}
            >
              <span class={`shape ${one}`} aria-hidden="true" />
            </button>
          ))}
        </div>
        <button
          type="button"
          class="enlarge"
          aria-label={t(large ? 'desks.smaller' : 'desks.larger', { desk: desk.title })}
          onClick={onLarge}
        >
          <span aria-hidden="true">{large ? '⤡' : '⤢'}</span>
        </button>
      </header>
      <div class="frame-hold" ref={hold}>
        <iframe
          ref={frame}
          title={desk.title}
          src={seatOf(desk)}
          onLoad={() => bringBack(frame.current, seatOf(desk))}
          style={{
            inlineSize: `${width}px`,
            blockSize: box ? `${Math.floor(box.height / scale)}px` : '100%',
            transform: `scale(${scale})`,
            insetInlineStart: box ? `${Math.max(0, (box.width - width * scale) / 2)}px` : '0',
          }}
        />
      </div>
    </article>
  );
}

const seatOf = ({ token }: PreviewDesk): string => `/preview-desk.html#${token}`;

/** Whoever reloads one desk's frame alone is on a page that knows of no seat: the frame is given its desk again. */
function bringBack(frame: HTMLIFrameElement | null, seat: string): void {
  const inside = frame?.contentDocument?.documentElement;
  if (inside && inside.dataset['seat'] !== 'given') frame.contentWindow?.location.replace(seat);
}

/** The exercise is another one: a desk comes back by itself, and at once when it is told that the network is there. */
function comeBack(frame: HTMLIFrameElement | null): () => void {
  const timers = [0, 150, 400, 900].map((wait) =>
    setTimeout(() => {
      const inside = frame?.contentWindow;
      inside?.dispatchEvent(new Event('online'));
    }, wait),
  );
  return () => timers.forEach(clearTimeout);
}

function useSize(ref: { current: HTMLElement | null }): { width: number; height: number } | undefined {
  const [size, setSize] = useState<{ width: number; height: number }>();
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const box = entry?.contentRect;
      if (box && box.width > 0) setSize({ width: box.width, height: box.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
