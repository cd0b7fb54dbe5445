"""Other domains see a domain's face only."""

from tests.architecture.source import OPEN_PACKAGES, imports, modules

FACE = {"models", "choices", "states", "access", "selectors", "facts", "actions"}
ALSO = {
    "audit": {"journal", "requests"},
    "documents": {"payloads", "reactions"},
    "notifications": {"now", "message"},
    "accounts": {"middleware"},  # the request type that views annotate
}
REGISTRIES = {"registries"}


def test_domains_import_only_each_others_faces() -> None:
    wrong = []
    for module in modules():
        if module.domain in ("config", ""):
            continue
        for name, line in imports(module):
            parts = name.split(".")
            if parts[0] != "mentoring" or len(parts) < 3 or parts[1] == module.domain or parts[1] in OPEN_PACKAGES:
                continue
            allowed = FACE | REGISTRIES | ALSO.get(parts[1], set())
            if module.is_test and (parts[2] == "tests" or parts[1] == "config"):
                continue
            if parts[2] not in allowed:
                wrong.append(f"{module}:{line} imports {name}")

    assert not wrong
