"""Files and functions stay small enough to be read at once."""

from tests.architecture.source import functions, modules, production

FILE_LINES = 400
FUNCTION_LINES = 40
VIEW_LINES = 25
POSITIONAL = 5


def test_no_file_is_longer_than_400_lines() -> None:
    too_long = {str(module): module.text.count("\n") for module in modules() if module.text.count("\n") > FILE_LINES}

    assert not too_long


def test_no_function_is_longer_than_40_lines() -> None:
    too_long = [
        f"{module}:{node.lineno} {node.name} {lines}"
        for module in production()
        for node in functions(module)
        if (lines := (node.end_lineno or node.lineno) - node.body[0].lineno + 1) > FUNCTION_LINES
    ]

    assert not too_long


def test_no_view_is_longer_than_25_lines() -> None:
    too_long = [
        f"{module}:{node.lineno} {node.name} {lines}"
        for module in production()
        if ".views" in module.name
        for node in functions(module)
        if (lines := (node.end_lineno or node.lineno) - node.body[0].lineno + 1) > VIEW_LINES
    ]

    assert not too_long


def test_public_functions_take_few_positional_parameters() -> None:
    too_many = [
        f"{module}:{node.lineno} {node.name}"
        for module in production()
        for node in functions(module)
        if len(node.args.posonlyargs) + len(node.args.args) > POSITIONAL
    ]

    assert not too_many
