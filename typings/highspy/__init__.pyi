"""The part of highspy that the roster solver uses."""

from collections.abc import Sequence
from enum import Enum

class HighsStatus(Enum):
    kError = -1
    kOk = 0
    kWarning = 1

class HighsModelStatus(Enum):
    kOptimal = 7
    kInfeasible = 8
    kUnboundedOrInfeasible = 9
    kTimeLimit = 13
    kInterrupt = 17

class HighsVarType(Enum):
    kContinuous = 0
    kInteger = 1

class MatrixFormat(Enum):
    kColwise = 1
    kRowwise = 2

class HighsSparseMatrix:
    format_: MatrixFormat
    start_: Sequence[int]
    index_: Sequence[int]
    value_: Sequence[float]

class HighsLp:
    num_col_: int
    num_row_: int
    col_cost_: Sequence[float]
    col_lower_: Sequence[float]
    col_upper_: Sequence[float]
    row_lower_: Sequence[float]
    row_upper_: Sequence[float]
    integrality_: Sequence[HighsVarType]
    a_matrix_: HighsSparseMatrix

class HighsInfo:
    objective_function_value: float
    mip_dual_bound: float
    mip_gap: float

class HighsSolution:
    col_value: Sequence[float]

class HighsCallbackOutput:
    mip_primal_bound: float
    mip_dual_bound: float

class HighsCallbackEvent:
    data_out: HighsCallbackOutput
    def interrupt(self, interrupt_value: bool = ...) -> None: ...

class HighsCallback:
    def subscribe(self, callback: object, user_callback_data: object = ...) -> None: ...

class Highs:
    cbMipInterrupt: HighsCallback
    def setOptionValue(self, option: str, value: object) -> HighsStatus: ...
    def passModel(self, lp: HighsLp) -> HighsStatus: ...
    def changeRowBounds(self, row: int, lower: float, upper: float) -> HighsStatus: ...
    def setSolution(
        self, count: int, indices: Sequence[int], values: Sequence[float]
    ) -> HighsStatus: ...
    def run(self) -> HighsStatus: ...
    def getModelStatus(self) -> HighsModelStatus: ...
    def getInfo(self) -> HighsInfo: ...
    def getSolution(self) -> HighsSolution: ...

kHighsInf: float
