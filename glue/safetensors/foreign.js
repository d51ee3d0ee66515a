// Files that people hand over by mistake, by how they begin.

/** As Latin-1: pickles and zips are no text. @type {[RegExp, string][]} */
const KINDS = [
  [/^version https:\/\/git-lfs/, 'a Git LFS pointer and not the file itself; run git lfs pull'],
  [/^(\xef\xbb\xbf|\ufeff)?\s*<[!?a-z]/i, 'an HTML or XML page; the download went wrong'],
  [/^PK\x03\x04/, 'a zip archive, such as torch.save writes'],
  [/^\x80[\x02-\x05]/, 'a pickle, such as torch.save writes'],
];
/** As much as the longest of them needs. */
const LOOKED_AT = 64;

/**
 * What a file is that is not what it should be, where that is known.
 *
 * @param {Uint8Array | string} file
 */
export function foreign(file) {
  const start =
    typeof file === 'string'
      ? file.slice(0, LOOKED_AT)
      : String.fromCharCode(...file.subarray(0, LOOKED_AT));
  const [, kind] = KINDS.find(([begins]) => begins.test(start)) ?? [];
  return kind;
}
