"""One machine, a school or a demo: what `make run` starts."""

from mentoring.config.settings.base import *  # noqa: F403
