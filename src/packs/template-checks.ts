/** Slips in templates, found by reading them before anything is drawn: helpers, partials and measures that are none. */
import { type FigureSource, figureText, readReference } from '../narrative/figure-reference.js';
import { didYouMean } from '../nearest.js';
import type { Problem } from '../problems.js';

/** What a template may call, beside the fields of its data. */
export const HELPERS = ['if', 'unless', 'each', 'with', 'lookup', 'figure'];

type Visitor = typeof import('handlebars').Visitor;

/** @param file as named in messages · @param partials that stand beside it */
export function templateProblems(
  Library: Visitor,
  ast: hbs.AST.Program,
  file: string,
  partials: readonly string[],
  source: FigureSource,
): Problem[] {
  const problems: Problem[] = [];
  const tell = (node: hbs.AST.Node, rule: string, message: string) =>
    problems.push({ severity: 'error', rule, message, place: { file, line: node.loc.start.line } });
  const checkCall = (node: hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression) => {
    const name = 'original' in node.path ? String(node.path.original) : '';
    const isCall =
      node.params.length > 0 || (node.hash?.pairs.length ?? 0) > 0 || node.type === 'BlockStatement';
    if (!isCall && name !== 'figure') return;
    if (!HELPERS.includes(name)) {
      const advice = didYouMean(name, HELPERS) || ` There are ${HELPERS.join(', ')}.`;
      tell(node, 'unknown-helper', `There is no helper "${name}".${advice}`);
    } else if (name === 'figure') {
      const fault = faultOf(node, source);
      if (fault !== '') tell(node, 'figure', fault);
    }
  };
  class Checks extends Library {
    override MustacheStatement(node: hbs.AST.MustacheStatement): void {
      checkCall(node);
      super.MustacheStatement(node);
    }
    override BlockStatement(node: hbs.AST.BlockStatement): void {
      checkCall(node);
      super.BlockStatement(node);
    }
    override SubExpression(node: hbs.AST.SubExpression): void {
      checkCall(node);
      super.SubExpression(node);
    }
    override PartialStatement(node: hbs.AST.PartialStatement): void {
      // One that is looked up is known only when the page is made.
      const name = 'original' in node.name ? String(node.name.original) : undefined;
      if (name !== undefined && !partials.includes(name)) {
        tell(node, 'unknown-partial', `There is no partial "${name}".${didYouMean(name, partials)}`);
      }
      super.PartialStatement(node);
    }
  }
  new Checks().accept(ast);
  return problems;
}

/** '' where the reference names a figure. */
function faultOf(node: Pick<hbs.AST.MustacheStatement, 'params' | 'hash'>, source: FigureSource): string {
  try {
    const found = figureText(readReference(node), source);
    return 'fault' in found ? found.fault : '';
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return `The reference cannot be read (${words}). Write {{figure "measure-id"}}.`;
  }
}
