from importlib import import_module

from django.apps import AppConfig, apps
from django.utils.module_loading import module_has_submodule


class CoreConfig(AppConfig):
    name = "mentoring.core"
    label = "core"
    verbose_name = "основа"

    def ready(self) -> None:
        """Load every domain's `tasks` module, so that each name in the queue finds its work."""
        for config in apps.get_app_configs():
            if config.name.startswith("mentoring.") and module_has_submodule(config.module, "tasks"):
                import_module(f"{config.name}.tasks")
