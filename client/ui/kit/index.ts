/** The components that every screen uses. */
export { Button, LinkButton } from './button.tsx';
export { Card } from './card.tsx';
export { KitContext, type KitTools, useKit } from '../../context/kit.ts';
export { Dialog } from './dialog.tsx';
export { Chip, Count, EmptyState, Notice, Progress, Spinner, type Tone, Waiting } from './feedback.tsx';
export { Check, Checks, Field, type Option, Radios, Select, TextArea, TextField } from './fields.tsx';
export { followLinks, go, type Route, useNow, useRoute } from './hooks.ts';
export { Tabs, type Tab, Track } from './navigation.tsx';
export { PauseCard, PauseWords } from './pause-card.tsx';
export { ItemArt, PersonFace } from './pictures.tsx';
export { inline, Prose } from './prose.tsx';
export { Emblem, RoleTag, useRole } from './role.tsx';
export { Bdi, VisuallyHidden } from './text.tsx';
export { CaseTime, Deadline } from './time.tsx';
export { type Namespace, type T, useT } from '../../i18n/index.ts';
