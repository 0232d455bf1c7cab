"""That a wheel carries the resources folder in the package, and an editable install does not."""

from __future__ import annotations

from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from typing_extensions import override


class ResourcesHook(BuildHookInterface[BuilderConfig]):
    """Ships the top-level resources folder as safetydesk/_resources."""

    @override
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Adds the folder; an editable install reads it where it lies."""
        if version != "editable":
            build_data["force_include"]["resources"] = "safetydesk/_resources"
