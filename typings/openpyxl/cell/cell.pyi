from datetime import datetime

from openpyxl.styles import Alignment, Border, Font, PatternFill

class MergedCell: ...

class Cell:
    value: str | float | datetime | None
    data_type: str
    number_format: str
    font: Font
    alignment: Alignment
    border: Border
    fill: PatternFill
    quotePrefix: bool
    coordinate: str
