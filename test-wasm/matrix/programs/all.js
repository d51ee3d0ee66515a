// Everything is used, so nothing can be dropped.
import * as all from 'microlora';

globalThis.kept = { ...all };
