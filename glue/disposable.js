// What `using` calls at the end of a block. One class has it for all: a computed name would keep
// bundlers from dropping each class that has one and is not used.

/** Older engines have no Symbol.dispose; polyfills agree on this one. @type {typeof Symbol.dispose} */
const dispose = Symbol.dispose ?? Symbol.for('Symbol.dispose');

export class Disposable {
  free() {}

  [dispose]() {
    this.free();
  }
}
