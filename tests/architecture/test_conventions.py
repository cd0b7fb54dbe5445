"""What the style asks for and a machine can see."""

import ast
import re

import pytest
from django.apps import apps
from django.db import models

from mentoring.audit.journal import sentences
from mentoring.core import background
from mentoring.core.constraints import all_constraints
from tests.architecture.source import ROOT, production

CLOCK_READERS = {"mentoring.core.clock", "mentoring.config.worker"}
CLOCK = re.compile(r"\b(?:timezone\.(?:now|localdate)|date\.today|datetime\.(?:now|today)|clock\.(?:now|today))\(")
# Words that switch a protection off, with the reason why this file may.
TRUSTED = {
    "mentoring.ui.icons": "the drawing comes from the icon package",
    "mentoring.ui.qr": "the drawing is made of squares by our own code",
    "mentoring.ui.templatetags.ui": "attributes of a component, escaped one by one",
}
UPLOADS = {"mentoring.ui.fields", "mentoring.ui.widgets"}


def test_rules_never_read_the_clock() -> None:
    wrong = [
        str(module)
        for module in production()
        if module.name not in CLOCK_READERS
        and (".rules" in module.name or module.name.endswith((".access", ".states", ".facts", ".papers")))
        and CLOCK.search(module.text)
    ]

    assert not wrong


def test_actions_are_commands_with_an_actor() -> None:
    wrong = []
    for module in production():
        if ".actions" not in module.name:
            continue
        for node in module.tree.body:
            if not isinstance(node, ast.FunctionDef) or not _is_command(node):
                continue
            names = {argument.arg for argument in node.args.kwonlyargs}
            if "by" not in names or node.args.args:
                wrong.append(f"{module}:{node.lineno} {node.name}")

    assert not wrong


def test_public_functions_have_docstrings() -> None:
    wrong = [
        f"{module}:{node.lineno} {node.name}"
        for module in production()
        for node in module.tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
        and not (isinstance(node, ast.ClassDef) and node.name.endswith("Config"))
    ]

    assert not wrong


def test_packages_say_what_they_are() -> None:
    wrong = [
        str(module)
        for module in production()
        if module.path.name == "__init__.py" and module.path.parent.parent.name == "mentoring"
        if not ast.get_docstring(module.tree)
    ]

    assert not wrong


def test_nothing_is_trusted_silently() -> None:
    wrong = [
        f"{module}: {word}"
        for module in production()
        if module.name not in TRUSTED
        for word in ("mark_safe(", "csrf_exempt", ".raw(", ".extra(", "except Exception: pass")
        if word in module.text
    ]

    assert not wrong


def test_every_upload_says_its_limit() -> None:
    wrong = [
        str(module)
        for module in production()
        if module.name not in UPLOADS and re.search(r"\b(?:forms\.FileField|FileDrop)\(", module.text)
    ]

    assert not wrong


def test_templates_have_no_inline_code_and_no_foreign_hosts() -> None:
    pattern = re.compile(r"<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=\"|(?:src|href)=\"https?://", re.IGNORECASE)
    wrong = [
        f"{path.relative_to(ROOT)}: {match.group(0)}"
        for path in sorted((ROOT / "mentoring").rglob("templates/**/*.html"))
        for match in [pattern.search(path.read_text(encoding="utf-8"))]
        if match
    ]

    assert not wrong


def test_pages_are_at_most_120_lines() -> None:
    wrong = {
        str(path.relative_to(ROOT)): lines
        for path in (ROOT / "mentoring").rglob("templates/**/*.html")
        if (lines := path.read_text(encoding="utf-8").count("\n")) > 120
    }

    assert not wrong


def test_every_constraint_speaks_russian() -> None:
    wrong = [
        constraint.name
        for _, constraint in all_constraints()
        if not re.search("[А-Яа-я]", str(constraint.violation_error_message))
    ]

    assert not wrong


def test_every_queued_name_finds_its_work() -> None:
    wrong = []
    for module in production():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) == "run_later":
                name = node.args[0] if node.args else None
                if isinstance(name, ast.Constant) and name.value not in background.handlers:
                    wrong.append(f"{module}:{node.lineno} {name.value}")

    assert not wrong


def test_every_recorded_event_has_its_sentence() -> None:
    wrong = []
    for module in production():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) == "record":
                name = node.args[0] if node.args else None
                if isinstance(name, ast.Constant) and isinstance(name.value, str) and name.value not in sentences:
                    wrong.append(f"{module}:{node.lineno} {name.value}")

    assert not wrong


def _own_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("mentoring.")]


def _points_at_a_person(model: type[models.Model]) -> bool:
    return any(
        field.related_model is not None and field.related_model._meta.label == "people.Person"
        for field in model._meta.concrete_fields
    )


ABOUT_PEOPLE = [model for model in _own_models() if hasattr(model, "personal") or _points_at_a_person(model)]


@pytest.mark.parametrize("model", ABOUT_PEOPLE, ids=lambda model: model._meta.label)
def test_every_field_of_a_person_says_why_it_is_kept(model: type[models.Model]) -> None:
    technical = {"id", "version"}
    declared = set(getattr(model, "personal", {})) | set(getattr(model, "impersonal", ()))
    fields = {
        field.name
        for field in model._meta.concrete_fields
        if not field.is_relation and field.name not in technical and not field.name.endswith("_id")
    }

    assert fields - declared == set()
    assert set(getattr(model, "personal", {})) <= fields


def test_forbidden_data_have_no_field() -> None:
    forbidden = ("passport", "snils", "health", "diagnosis", "disability", "pupil_name")
    wrong = [
        f"{model._meta.label}.{field.name}"
        for model in _own_models()
        for field in model._meta.concrete_fields
        if any(word in field.name for word in forbidden)
    ]

    assert not wrong


def _is_command(node: ast.FunctionDef) -> bool:
    return any(getattr(decorator, "id", "") == "command" for decorator in node.decorator_list)
