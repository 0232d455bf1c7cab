from collections.abc import Iterator
from typing import Any

from openpyxl.cell.cell import Cell

class _Dimension:
    width: float
    height: float

class Worksheet:
    title: str
    row_dimensions: dict[int, _Dimension]
    column_dimensions: dict[str, _Dimension]
    print_title_rows: str
    page_setup: Any
    print_options: Any
    sheet_properties: Any
    oddFooter: Any
    freeze_panes: str
    def cell(self, row: int, column: int) -> Cell: ...
    def merge_cells(
        self, *, start_row: int, end_row: int, start_column: int, end_column: int
    ) -> None: ...
    def iter_rows(self, *, values_only: bool = ...) -> Iterator[tuple[Any, ...]]: ...
    def __getitem__(self, key: str) -> Cell: ...
