// The classes whose objects files hold, for `load`, which knows no class. A page may load an object of a class
// that it names nowhere, so bundlers must not drop these: each registers itself.

/** @type {Map<string, new (options: any) => any>} */
export const makers = new Map();

/**
 * @param {string} kind
 * @param {new (options: any) => any} Class
 */
export function register(kind, Class) {
  makers.set(kind, Class);
  return kind;
}
