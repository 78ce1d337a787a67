import { join } from 'node:path';
import ts from 'typescript';
import { BuildError } from '../build_error';

/**
 * The types of a file, as TypeScript declares them for others.
 *
 * @param entry a path from the project's folder; its types need no other file
 * @throws BuildError if they do
 */
export function declarationsOf(root: string, entry: string): string {
  const file = join(root, entry);
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (name) =>
    ts.sys.readFile(name),
  ) as {
    readonly config: { readonly compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const program = ts.createProgram([file], {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
  });
  let declared = '';
  program.emit(program.getSourceFile(file), (_name, text) => (declared = text));
  if (declared === '' || /\bimport\b/.test(declared)) {
    throw new BuildError(`${entry}: its types need other files, which the package does not have.`);
  }
  return declared;
}
