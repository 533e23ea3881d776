"""Tolls in a template: before each stretch of it that can run more than once, its price is charged.

The price is the number of words of the template in that stretch, so that whatever runs is counted, and nothing has to be
counted while it runs. Only the listed kinds of words are let in.
"""

from collections.abc import Sequence
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer

from samenwerk.domain.tekens import describe_teken, find_teken
from samenwerk.rendering.templates.meter import CHARACTERS_PER_STEP

TOLL, ROUNDS, WEIGH, JOIN = "(toll)", "(rounds)", "(weigh)", "(join)"
"""Names of filters that no template can write."""

_TAGS = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport),
    *(nodes.Block, nodes.Macro, nodes.For, nodes.If, nodes.Assign, nodes.AssignBlock),
)
_EXPRESSIONS = (
    *(
        nodes.Name,
        nodes.Const,
        nodes.List,
        nodes.Tuple,
        nodes.Dict,
        nodes.Pair,
        nodes.Keyword,
        nodes.Getattr,
        nodes.Getitem,
        nodes.Slice,
    ),
    *(nodes.Call, nodes.Filter, nodes.Test, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr),
    *(nodes.Concat, nodes.Add, nodes.Sub, nodes.Neg, nodes.Pos),
)
_LET_IN = frozenset({*_TAGS, *_EXPRESSIONS})


class ForbiddenWordError(TemplateSyntaxError):
    """A tag or an operator that a template may not use."""


class ForbiddenSignError(TemplateSyntaxError):
    """A fixed text holds a sign that no dossier may hold either; `message` says which, and where."""


class TollGenerator(CodeGenerator):
    """Jinja's compiler, which puts up the tolls before it writes the code of a template."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja calls it so
        """Compile a whole template."""
        super().visit_Template(_Tolls(self.name, self.filename).visit(node), frame)


class _Tolls(NodeTransformer):
    """Puts up the tolls in the tree of a template; `_price` is that of the stretch it is in."""

    def __init__(self, name: str | None, filename: str | None) -> None:
        self._name = name
        self._filename = filename
        self._price = 0

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> Any:
        """Count a word, and change it where its kind asks for that."""
        spread = getattr(node, "dyn_args", None) or getattr(node, "dyn_kwargs", None)
        if type(node) not in _LET_IN or spread:
            raise self._forbid(node)
        self._check_signs(node)
        self._price += 1
        return super().visit(node, *args, **kwargs)

    def visit_TemplateData(self, node: nodes.TemplateData) -> nodes.Node:  # noqa: N802 - as above, for all that follow
        """Fixed text costs what printing it costs."""
        self._price += len(node.data) // CHARACTERS_PER_STEP
        return node

    def visit_Pair(self, node: nodes.Pair) -> nodes.Node:  # noqa: N802
        """A key is written out: to find the place of one that is a list within lists can be a world of work."""
        if not isinstance(node.key, nodes.Const):
            raise self._forbid(node)
        self.generic_visit(node)
        return node

    def visit_Template(self, node: nodes.Template) -> nodes.Node:  # noqa: N802
        """A template that is taken in again and again is charged each time."""
        return self._charge_body(node)

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:  # noqa: N802
        """A macro is charged when it is called."""
        return self._charge_body(node)

    def visit_Block(self, node: nodes.Block) -> nodes.Node:  # noqa: N802
        """A block is charged when it is printed: super() may do so again."""
        return self._charge_body(node)

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        """A loop is charged for all its rounds when it begins; so it cannot call itself."""
        if node.recursive:
            raise self._forbid(node)
        node.iter, node.else_ = self.visit(node.iter), self._visit_all(node.else_)
        outside, self._price = self._price, 0
        node.target, node.body = self.visit(node.target), self._visit_all(node.body)
        node.test = node.test and self.visit(node.test)
        node.iter = _filter(ROUNDS, node.iter, nodes.Const(self._price))
        self._price = outside
        return node

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802
        """What is compared is weighed: how long it takes depends on its size."""
        self.generic_visit(node)
        node.expr = _weigh(node.expr)
        for operand in node.ops:
            operand.expr = _weigh(operand.expr)
        return node

    def visit_Test(self, node: nodes.Test) -> nodes.Node:  # noqa: N802
        """A test compares as well."""
        self.generic_visit(node)
        node.node, node.args = _weigh(node.node), [_weigh(arg) for arg in node.args]
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        """What ~ joins is weighed before, and escaped as every text."""
        self.generic_visit(node)
        return _filter(JOIN, nodes.List(node.nodes, lineno=node.lineno))

    def _check_signs(self, node: nodes.Node) -> None:
        text = node.data if isinstance(node, nodes.TemplateData) else node.value if isinstance(node, nodes.Const) else ""
        found = find_teken(text) if isinstance(text, str) else None
        if found:
            # A text that is written out has one line; fixed text of the template begins at its own and may have many.
            line = node.lineno + (text.count("\n", 0, found.start()) if isinstance(node, nodes.TemplateData) else 0)
            raise ForbiddenSignError(describe_teken(text), line, self._name, self._filename)

    def _forbid(self, node: nodes.Node) -> ForbiddenWordError:
        # What Jinja puts around some tags has no line of its own.
        line = node.lineno or next((child.lineno for child in node.iter_child_nodes()), 1)
        return ForbiddenWordError("forbidden", line, self._name, self._filename)

    def _charge_body(self, node: nodes.Template | nodes.Macro | nodes.Block) -> nodes.Node:
        outside, self._price = self._price, 0
        self.generic_visit(node)
        toll = nodes.ExprStmt(_filter(TOLL, nodes.Const(self._price), lineno=node.lineno), lineno=node.lineno)
        node.body.insert(0, toll)
        self._price = outside
        return node

    def _visit_all(self, body: Sequence[nodes.Node]) -> list[nodes.Node]:
        return [self.visit(node) for node in body]


def _filter(name: str, node: Any, *args: nodes.Expr, lineno: int = 0) -> nodes.Filter:
    return nodes.Filter(node, name, list(args), [], None, None, lineno=lineno or node.lineno)


def _weigh(node: nodes.Expr) -> nodes.Expr:
    return node if isinstance(node, nodes.Const) else _filter(WEIGH, node)
