// One class is used: the others should be dropped.
import init, { MicroLoRA } from 'microlora';

globalThis.kept = [init, MicroLoRA];
