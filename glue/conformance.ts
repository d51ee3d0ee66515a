// Fails to compile where the declared types and the sources differ; it is never bundled.
import type * as declared from './microlora.js';
import * as actual from './index.js';

type Public = typeof declared;
export const conforms: Public = actual as {
  [Name in keyof typeof actual]: (typeof actual)[Name];
};

import type * as declaredFiles from './safetensors.js';
import * as actualFiles from './safetensors/index.js';

export const filesConform: typeof declaredFiles = actualFiles as {
  [Name in keyof typeof actualFiles]: (typeof actualFiles)[Name];
};
