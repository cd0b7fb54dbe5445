"""The design system as an application."""

from django.apps import AppConfig

from mentoring.ui import form_messages


class UiConfig(AppConfig):
    """Templates, static files and template tags of the interface."""

    name = "mentoring.ui"
    label = "ui"
    verbose_name = "оформление"

    def ready(self) -> None:
        """Put our words into the errors of Django's fields."""
        form_messages.install()
