import type { BuildOptions } from 'esbuild';

export type BundleOptions = Readonly<
  Pick<BuildOptions, 'bundle' | 'external' | 'platform' | 'format' | 'target' | 'banner' | 'logLevel'>
>;
export const BUNDLE: BundleOptions;
