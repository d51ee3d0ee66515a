// Why a store failed, in words of a bounded length.

const LONGEST = 400;

/** @param {any} cause whatever was thrown, also of another realm */
export function reasonOf(cause) {
  let reason = 'what it threw cannot be shown';
  try {
    reason = String(cause?.message || cause?.name || cause);
  } catch {
    // An object without a prototype has no text.
  }
  return reason.length > LONGEST ? `${reason.slice(0, LONGEST - 1)}…` : reason;
}
