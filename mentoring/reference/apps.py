from django.apps import AppConfig


class ReferenceConfig(AppConfig):
    name = "mentoring.reference"
    label = "reference"
    verbose_name = "справочники"
