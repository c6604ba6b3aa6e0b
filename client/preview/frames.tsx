/** All desks side by side. Each frame shows the trainee's page at the width of a phone or a laptop. */
import { signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PreviewDesk } from '../../shared/preview/wire.ts';
import { useT } from '../ui/kit/index.ts';
import { status } from './model.ts';

type Arrangement = 'grid' | 'two' | 'one';
type Device = 'phone' | 'laptop';

const DEVICE_NAMES = { phone: 'channel.phone', laptop: 'desks.laptop' } as const;
const WIDTH: Record<Device, number> = { phone: 390, laptop: 1280 };

const arrangement = signal<Arrangement>('grid');
/** The desks chosen for the front, latest last. */
const front = signal<readonly string[]>([]);

const MAX_VISIBLE: Record<Arrangement, number> = { grid: Number.POSITIVE_INFINITY, two: 2, one: 1 };

/** The visible desks: the latest chosen first, then the others in their order. */
function visibleDesks(desks: readonly PreviewDesk[]): readonly string[] {
  const roles = desks.map(({ role }) => role);
  if (arrangement.value === 'grid') return roles;
  const asked = front.value.filter((role) => roles.includes(role));
  const others = roles.filter((role) => !asked.includes(role));
  return [...asked.toReversed(), ...others].slice(0, MAX_VISIBLE[arrangement.value]);
}

export function Frames() {
  const t = useT('preview');
  const desks = status.value?.desks ?? [];
  const shown = visibleDesks(desks);
  const bringToFront = (role: string) => {
    front.value = [...front.value.filter((other) => other !== role), role];
  };
  return (
    <section class="frames" aria-label={t('shared.desks')}>
      <div class="row tight frames-bar">
        <div class="segments" role="group" aria-label={t('desks.arrange')}>
          {(['grid', 'two', 'one'] as const).map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={arrangement.value === each}
              onClick={() => (arrangement.value = each)}
            >
              {t(`desks.${each}`)}
            </button>
          ))}
        </div>
        {arrangement.value !== 'grid' && (
          <div class="segments" role="group" aria-label={t('desks.which')}>
            {desks.map(({ role, title }) => (
              <button key={role} type="button" aria-pressed={shown.includes(role)} onClick={() => bringToFront(role)}>
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
              bringToFront(desk.role);
              arrangement.value = arrangement.value === 'one' ? 'grid' : 'one';
            }}
          />
        ))}
      </div>
    </section>
  );
}

/** Uses two rows from four desks on, so that no desk is alone in a row. */
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
  const container = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const box = useSize(container);
  const version = status.value?.version;
  useEffect(() => reconnect(frame.current), [version]);
  const width = WIDTH[device];
  const scale = box ? Math.min(device === 'phone' ? 1 : 1.25, box.width / width) : 1;
  return (
    <article class="desk-frame" hidden={hidden} data-desk={desk.role}>
      <header class="row tight nowrap">
        <strong class="desk-name">
          <bdi>{desk.title}</bdi>
        </strong>
        <div class="segments" role="group" aria-label={t('desks.width')}>
          {(['phone', 'laptop'] as const).map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={device === each}
              aria-label={t(DEVICE_NAMES[each])}
              title={t(DEVICE_NAMES[each])}
              onClick={() => setDevice(each)}
            >
              <span class={`shape ${each}`} aria-hidden="true" />
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
      <div class="frame-hold" ref={container}>
        <iframe
          ref={frame}
          title={desk.title}
          src={seatOf(desk)}
          onLoad={() => restoreSeat(frame.current, seatOf(desk))}
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

/** Restores the seat of a frame that was reloaded by itself and therefore has no token. */
function restoreSeat(frame: HTMLIFrameElement | null, seat: string): void {
  const inside = frame?.contentDocument?.documentElement;
  if (inside && inside.dataset['seat'] !== 'given') frame.contentWindow?.location.replace(seat);
}

/** The exercise was replaced: dispatches `online` to the desk, so that it reconnects at once. */
function reconnect(frame: HTMLIFrameElement | null): () => void {
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
