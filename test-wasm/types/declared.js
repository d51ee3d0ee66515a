// What the installed package declares, and what a program uses of it, as TypeScript itself sees both.
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const options = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
};

const services = new Map();

/** A language service as an editor runs it, over one program and what it imports. */
function serviceFor(program) {
  if (!services.has(program)) {
    const host = {
      getScriptFileNames: () => [program],
      getScriptVersion: () => '1',
      getScriptSnapshot: (file) =>
        ts.sys.fileExists(file) ? ts.ScriptSnapshot.fromString(ts.sys.readFile(file)) : undefined,
      getCurrentDirectory: () => dirname(program),
      getCompilationSettings: () => options,
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      fileExists: ts.sys.fileExists,
      readFile: ts.sys.readFile,
      readDirectory: ts.sys.readDirectory,
      directoryExists: ts.sys.directoryExists,
      getDirectories: ts.sys.getDirectories,
      realpath: ts.sys.realpath,
    };
    services.set(program, ts.createLanguageService(host));
  }
  return services.get(program);
}

const VECTOR = /Float32Array|ArrayLike<number>/;

/** A name for each declaration: of what is at the top, of members, and of options in a type. */
function* declarationsIn(parent, owner = '') {
  for (const node of parent) {
    const name =
      node.name ?? (ts.isConstructorDeclaration(node) ? { text: 'constructor' } : undefined);
    if (name === undefined) continue;
    const own = name.text ?? name.getText();
    const full = owner === '' ? own : `${owner}.${own}`;
    // A type that is not exported is only a place for members.
    const isPlace =
      (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) && !isExported(node);
    if (!isPlace) yield [full, node];
    if (ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)) {
      yield* declarationsIn(node.members, full);
    }
    if (ts.isTypeAliasDeclaration(node)) {
      for (const literal of literalsIn(node.type)) yield* declarationsIn(literal.members, full);
    }
  }
}

const isExported = (node) =>
  node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;

/** The object types written out in a type. */
const literalsIn = (type) =>
  ts.isTypeLiteralNode(type)
    ? [type]
    : ts.isIntersectionTypeNode(type) || ts.isUnionTypeNode(type)
      ? type.types.flatMap(literalsIn)
      : [];

const topLevel = (file) =>
  file.statements.flatMap((node) =>
    ts.isVariableStatement(node) ? [...node.declarationList.declarations] : [node],
  );

const isIn = (folder) => (file) => realpathSync(file.fileName).startsWith(folder);

/** Every declaration of the package, with what an editor shows of it. */
export function declarations(program) {
  const service = serviceFor(program);
  const checker = service.getProgram().getTypeChecker();
  const home = realpathSync(join(dirname(program), 'node_modules/microlora'));
  const { exports } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const entries = new Set(Object.values(exports).flatMap(({ types }) => types ?? []));
  const files = service.getProgram().getSourceFiles().filter(isIn(home));
  if (files.length < entries.size) throw new Error('the program does not import every entry');
  return files.flatMap((file) =>
    [...declarationsIn(topLevel(file))].map(([name, node]) => {
      const position = (node.name ?? node).getStart(file);
      // Of [Symbol.dispose] the service would show what it says of Symbol.
      const info =
        node.name !== undefined && ts.isComputedPropertyName(node.name)
          ? { documentation: checker.getSymbolAtLocation(node.name).getDocumentationComment() }
          : service.getQuickInfoAtPosition(file.fileName, position);
      const show = (parts) => (parts ?? []).map((part) => part.text).join('');
      const types = (node.parameters ?? []).map((one) => one.type?.getText(file) ?? '');
      return {
        name,
        node,
        line: file.getLineAndCharacterOfPosition(position).line + 1,
        text: show(info?.documentation),
        tags: (info?.tags ?? []).map((tag) => `@${tag.name} ${show(tag.text)}`).join(' '),
        takesVectors: types.some((type) => VECTOR.test(type)),
        takesArguments: types.length > 0,
      };
    }),
  );
}

/** The declarations that the identifiers and the options of a program lead to. */
export function usedDeclarations(program) {
  const compiled = serviceFor(program).getProgram();
  const checker = compiled.getTypeChecker();
  const used = new Set();
  const use = (symbol) => {
    if (symbol === undefined) return;
    const real = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    for (const node of real.declarations ?? []) used.add(node);
  };
  const visit = (node) => {
    if (ts.isIdentifier(node)) use(checker.getSymbolAtLocation(node));
    if (ts.isNewExpression(node)) used.add(checker.getResolvedSignature(node)?.declaration);
    if (ts.isElementAccessExpression(node)) {
      const symbol = node.argumentExpression.getText().replace('Symbol.', '__@');
      const members = checker.getTypeAtLocation(node.expression).getProperties();
      const { text } = node.argumentExpression;
      use(
        members.find(
          ({ escapedName }) => escapedName.startsWith(`${symbol}@`) || escapedName === text,
        ),
      );
    }
    if (ts.isObjectLiteralExpression(node)) {
      const type = checker.getContextualType(node);
      for (const one of type?.types ?? [type]) {
        for (const { name } of node.properties) if (name) use(one?.getProperty(name.getText()));
      }
    }
    if (ts.isObjectBindingPattern(node)) {
      const type = checker.getTypeAtLocation(node);
      for (const element of node.elements) {
        use(type.getProperty((element.propertyName ?? element.name).getText()));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(compiled.getSourceFile(program));
  return used;
}
