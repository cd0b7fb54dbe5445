"""The Jinja environment of papers: a whitelist of syntax over an immutable sandbox.

The sandbox alone is not enough: it allows calls, arithmetic and endless repetition. Every piece of template
text (body, headers, footers, footnotes, core properties) passes `GuardedEnvironment._parse`, so nothing unchecked is
compiled.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from jinja2 import StrictUndefined, Template, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mentoring.documents.rendering.errors import UnsafeTemplate

ALLOWED_NODES: Final = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.Getattr,
    nodes.For,
    nodes.If,
    nodes.Not,
    nodes.And,
    nodes.Or,
    nodes.Compare,
    nodes.Operand,
    nodes.Filter,
)
COMPILED_MAX: Final = 64
ALLOWED_FILTERS: Final = frozenset({"upper", "lower", "capitalize", "length"})
ALLOWED_LOOP: Final = frozenset({"index", "revindex", "first", "last", "length"})


class GuardedEnvironment(ImmutableSandboxedEnvironment):
    """Fills placeholders from plain dictionaries and refuses every other construction."""

    def __init__(self, known_names: frozenset[str]) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, cache_size=0)
        self.known_names = known_names
        self.compiled: dict[str, Template] = {}
        self.globals.clear()
        self.tests.clear()
        self.filters = {name: self.filters[name] for name in ALLOWED_FILTERS}

    def from_string(self, source: str | nodes.Template, *args: Any, **kwargs: Any) -> Template:
        """Compile a piece of template text once for a whole batch of papers."""
        if not isinstance(source, str):
            raise UnsafeTemplate("Шаблон читается только из файла Word.")
        if source not in self.compiled:
            if len(self.compiled) >= COMPILED_MAX:
                self.compiled.clear()
            self.compiled[source] = super().from_string(source, *args, **kwargs)
        return self.compiled[source]

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        check_tree(tree, self.known_names)
        return tree

    def getattr(self, obj: object, attribute: str) -> object:
        """Look into dictionaries by key only, so that a method can never be reached by its name."""
        if isinstance(obj, Mapping):
            if attribute in obj:
                return obj[attribute]
            return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


@lru_cache(maxsize=16)
def environment(known_names: frozenset[str]) -> GuardedEnvironment:
    """The environment of all papers that have these fields."""
    return GuardedEnvironment(known_names)


def check_tree(tree: nodes.Template, known_names: frozenset[str]) -> None:
    """Raise UnsafeTemplate unless the tree only prints, repeats and chooses among known placeholders."""
    loop_names = {
        target.name
        for loop in tree.find_all(nodes.For)
        for target in loop.find_all(nodes.Name)
        if target.ctx == "store"
    }
    known = known_names | loop_names | {"loop"}
    for node in tree.iter_child_nodes():
        _check_node(node, known)


def _check_node(node: nodes.Node, known: frozenset[str] | set[str]) -> None:
    if not isinstance(node, ALLOWED_NODES):
        raise UnsafeTemplate(
            f"В шаблоне есть недопустимая конструкция «{type(node).__name__}»: "
            "оставьте только подстановки, повторы и условия."
        )
    if isinstance(node, nodes.Name) and node.ctx == "load":
        _check_name(node.name, known)
    if isinstance(node, nodes.Getattr):
        _check_attribute(node)
    if isinstance(node, nodes.For) and (node.recursive or node.else_):
        raise UnsafeTemplate("В шаблоне есть недопустимый повтор: уберите «recursive» и «else».")
    if isinstance(node, nodes.Filter) and node.name not in ALLOWED_FILTERS:
        raise UnsafeTemplate(f"В шаблоне есть неизвестное преобразование «{node.name}»: уберите его.")
    for child in node.iter_child_nodes():
        _check_node(child, known)


def _check_name(name: str, known: frozenset[str] | set[str]) -> None:
    if name not in known:
        raise UnsafeTemplate(f"В шаблоне есть неизвестное поле «{name}»: исправьте его имя или уберите его.")


def _check_attribute(node: nodes.Getattr) -> None:
    unsafe = node.attr.startswith("_")
    if isinstance(node.node, nodes.Name) and node.node.name == "loop":
        unsafe = node.attr not in ALLOWED_LOOP
    if unsafe:
        raise UnsafeTemplate(f"В шаблоне есть недопустимое поле «{node.attr}»: уберите его.")
