"""ReportLab's only home: a sheet goes in, a PDF comes out."""

from __future__ import annotations
