package io.outrider.qualify.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.Set;

/**
 * Refuses rules that read `fact`, `facts` or `attributes` other than by a name that stands in the rule: only then can
 * an answer name the claims it rests on.
 */
final class ReadsByName {

    private static final Set<String> ROOTS = Set.of("fact", "facts", "attributes");

    private ReadsByName() {}

    static void check(CelAbstractSyntaxTree ast) {
        CelNavigableAst.fromAst(ast)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == Kind.IDENT
                        && ROOTS.contains(node.expr().ident().name()))
                .filter(node ->
                        !node.parent().map(parent -> byName(parent, node)).orElse(false))
                .findFirst()
                .ifPresent(node -> refuse(ast, node.expr()));
    }

    private static boolean byName(CelNavigableExpr parent, CelNavigableExpr root) {
        return switch (parent.getKind()) {
            case SELECT -> true;
            case CALL ->
                isIndex(parent.expr().call(), root) || isIn(parent.expr().call(), root);
            default -> false;
        };
    }

    private static boolean isIndex(CelExpr.CelCall call, CelNavigableExpr root) {
        return call.function().equals("_[_]")
                && call.args().getFirst().id() == root.id()
                && isText(call.args().getLast());
    }

    private static boolean isIn(CelExpr.CelCall call, CelNavigableExpr root) {
        return call.function().equals("@in")
                && call.args().getLast().id() == root.id()
                && isText(call.args().getFirst());
    }

    private static boolean isText(CelExpr expr) {
        return expr.getKind() == Kind.CONSTANT && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    }

    private static void refuse(CelAbstractSyntaxTree ast, CelExpr expr) {
        var position = ast.getSource().getPositionsMap().getOrDefault(expr.id(), 0);
        var place = ast.getSource().getOffsetLocation(position);
        var name = expr.ident().name();
        throw new RuleError(
                place.map(p -> p.getLine()).orElse(1),
                place.map(p -> p.getColumn() + 1).orElse(1),
                "'" + name + "' may only be read by name, for example " + name + ".industry");
    }
}
