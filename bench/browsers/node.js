// What columns/published.js uses of Node, in a page: its package's files, fetched before.
const files = new Map();

/** @param {string} folder @param {string[]} names */
export async function fetchFiles(folder, names) {
  for (const name of names) {
    const response = await fetch(`${folder}/${name}`);
    files.set(`${folder}/${name}`, new Uint8Array(await response.arrayBuffer()));
  }
}

export const createRequire = () => ({ resolve: (name) => import.meta.resolve(name) });

export const dirname = (path) => path.slice(0, path.lastIndexOf('/'));

export const join = (folder, name) => `${folder}/${name}`;

export function readFileSync(path, encoding) {
  const bytes = files.get(path);
  return encoding === undefined ? bytes : new TextDecoder(encoding).decode(bytes);
}
