// Fails to compile where the declared types and the sources differ; it is never bundled.
import type * as declared from './microlora.js';
import * as actual from './full/index.js';

type Public = typeof declared;
export const conforms: Public = actual as {
  [Name in keyof typeof actual]: (typeof actual)[Name];
};

import type * as declaredFiles from './safetensors.js';
import * as actualFiles from './safetensors/index.js';

export const filesConform: typeof declaredFiles = actualFiles as {
  [Name in keyof typeof actualFiles]: (typeof actualFiles)[Name];
};

import type * as declaredStorage from './storage.js';
import * as actualStorage from './storage/index.js';

export const storageConforms: typeof declaredStorage = actualStorage as {
  [Name in keyof typeof actualStorage]: (typeof actualStorage)[Name];
};

import type * as declaredFolder from './storage-file.js';
import * as actualFolder from './storage/file.js';

export const folderConforms: typeof declaredFolder = actualFolder as {
  [Name in keyof typeof actualFolder]: (typeof actualFolder)[Name];
};
