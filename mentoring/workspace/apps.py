from django.apps import AppConfig


class WorkspaceConfig(AppConfig):
    name = "mentoring.workspace"
    label = "workspace"
    verbose_name = "рабочее место"

    def ready(self) -> None:
        """Put «Мой день» into the menu."""
        from mentoring.ui.menu import MenuItem, menu

        menu.register("workspace.home", MenuItem(title="Мой день", url_name="workspace:home", icon="sun", order=10))
