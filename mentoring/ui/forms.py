"""How Django draws forms: through the project's templates, built-in widgets through Django's own."""

from typing import Any

from django.forms.renderers import DjangoTemplates
from django.template.loader import get_template


class Renderer(DjangoTemplates):
    """`{{ form }}` and `{{ form.x.as_field_group }}` in the look of the design system."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"
    formset_template_name = "ui/forms/formset.html"

    def get_template(self, template_name: str) -> Any:
        """Load ours by the project's engine, where components work, and Django's by its own."""
        if template_name.startswith("django/"):
            return super().get_template(template_name)
        return get_template(template_name)
