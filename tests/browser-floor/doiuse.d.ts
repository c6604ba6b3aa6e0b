/** What we use of doiuse 6, which ships no types for its entry point. */
declare module 'doiuse' {
  import type { Node, Plugin } from 'postcss';

  interface FeatureUsage {
    /** Name in Can I use. */
    feature: string;
    /** `missing` names the browsers that lack the feature altogether; absent where support is only partial. */
    featureData?: { missing?: string | undefined; partial?: string | undefined };
    usage: Node;
  }
  export default class DoIUse implements Plugin {
    constructor(options: { browsers: string[]; onFeatureUsage: (usage: FeatureUsage) => void });
    postcssPlugin: string;
  }
}
