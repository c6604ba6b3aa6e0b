import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useT } from '../../i18n/index.ts';
import { Button } from './button.tsx';

interface DialogProps {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  /** Buttons at the foot; they stay visible while the body scrolls. */
  footer?: ComponentChildren;
  wide?: boolean | undefined;
}

/** A modal on the native `<dialog>`: it traps the focus, restores it on close, and closes on Escape. */
export function Dialog({ open, title, onClose, children, footer, wide }: DialogProps) {
  const t = useT('common');
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={element}
      class={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={id}
      onClose={() => open && onClose()}
    >
      {open && (
        <>
          <div class="dialog-head">
            <h2 id={id}>{title}</h2>
            <Button kind="quiet" size="icon" aria-label={t('close')} onClick={onClose}>
              <span aria-hidden="true">✕</span>
            </Button>
          </div>
          <div class="dialog-body">{children}</div>
          {footer && <div class="dialog-foot">{footer}</div>}
        </>
      )}
    </dialog>
  );
}
