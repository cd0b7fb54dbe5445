"""One door to rows: views and exports reach rows through `.visible_to(` or `.published(`."""

import ast

from tests.architecture.source import production

DOORS = {"visible_to", "published", "declined_visible_to", "none"}
# Reference-like rows without people, and rows found by a secret that the visitor holds.
PUBLIC_BY_SECRET = {
    "mentoring.documents.views.check": "the check page is opened by an unguessable token and shows no names",
}


def test_views_and_exports_reach_rows_through_the_door() -> None:
    wrong = []
    for module in production():
        if not any(part in module.name for part in (".views", ".exports", ".api")) or module.name in PUBLIC_BY_SECRET:
            continue
        parents = {child: node for node in ast.walk(module.tree) for child in ast.iter_child_nodes(node)}
        for node in ast.walk(module.tree):
            if not (isinstance(node, ast.Attribute) and node.attr == "objects"):
                continue
            following = parents.get(node)
            if not (isinstance(following, ast.Attribute) and following.attr in DOORS):
                wrong.append(f"{module}:{node.lineno}")

    assert not wrong


def test_unscoped_rows_are_not_taken_by_shortcuts() -> None:
    wrong = [
        f"{module}:{node.lineno}"
        for module in production()
        if ".views" in module.name
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("get_object_or_404", "get_list_or_404")
        and node.args
        and isinstance(node.args[0], ast.Name)
        and node.args[0].id[0].isupper()
    ]

    assert not wrong
