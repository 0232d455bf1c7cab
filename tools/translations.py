"""Builds the translations of the screen from hand-edited tables; --check only compares.

    python tools/translations.py            writes resources/translations/*.ts and *.qm
    python tools/translations.py --check    exit 1 when stale, incomplete or unused text

Source strings are English and stand in the code: ``self.tr("Open incidents")``. Their translations
stand in ``resources/translations/zh_CN/<area>.toml``, one file for each page, dialog or other area:

    [LogPage]                                   # the class in which tr() is called
    "Open incidents" = "在办事件"
    "%n entries" = "%n 条"                      # counts: self.tr("%n entries", "", n)

A class may appear in several files, a string of a class in one only. Chinese is complete: a missing
or an unused line fails. English needs a line only for counts, in ``en/<area>.toml``:

    [LogPage]
    "%n entries" = ["%n entry", "%n entries"]

Rules: literal strings only; format outside: ``self.tr("… {name} …").format(name=…)``; constants of
modules through ``QT_TRANSLATE_NOOP("ClassName", "…")``. Forms translate under their class name.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import tomllib
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = {"zh_CN": 1, "en": 2}
"""How many forms a count has."""

Key = tuple[str, str]
Forms = tuple[str, ...]


class BadTranslation(Exception):
    """What is wrong with the tables or the sources, one line each."""


@dataclass(frozen=True)
class Source:
    """A string of the code: its class, its text, whether it counts something."""

    context: str
    text: str
    counts: bool

    @property
    def key(self) -> Key:
        """How tables name it."""
        return self.context, self.text


def main(arguments: list[str] | None = None) -> int:
    """Builds or checks; 1 when something is not as it should be."""
    parser = argparse.ArgumentParser(description="build the translations")
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    options = parser.parse_args(arguments)
    try:
        built = build()
    except BadTranslation as problem:
        print(problem, file=sys.stderr)
        return 1
    stale = [path for path, data in built.items() if not path.exists() or path.read_bytes() != data]
    for path in stale:
        if options.check:
            print(f"{path.relative_to(ROOT)}: run tools/translations.py", file=sys.stderr)
        else:
            path.write_bytes(built[path])
            print(f"wrote {path.relative_to(ROOT)}")
    return 1 if stale and options.check else 0


def build() -> dict[Path, bytes]:
    """The .ts and .qm files of every language by their paths.

    Raises:
        BadTranslation: a string is not translated, a translation is not used, or a table is wrong.
    """
    sources = read_sources()
    built: dict[Path, bytes] = {}
    for language in LANGUAGES:
        text = written(language, sources, checked(language, sources))
        ts = FOLDER / f"safetydesk_{language}.ts"
        built[ts] = text.encode()
        built[ts.with_suffix(".qm")] = released(text, language)
    return built


def read_sources() -> list[Source]:
    """Every translatable string of the code and the forms, as lupdate finds it."""
    files = [*ROOT.glob("safetydesk/ui/**/*.py"), *ROOT.glob("safetydesk/app/**/*.py")]
    files = [path for path in files if path.parent != ROOT / "safetydesk" / "ui" / "forms"]
    files += ROOT.glob("forms/*.ui")
    with tempfile.TemporaryDirectory() as scratch:
        listed, found = Path(scratch) / "files.lst", Path(scratch) / "found.ts"
        listed.write_text("\n".join(map(str, sorted(files))), encoding="utf-8")
        _run("pyside6-lupdate", "-locations", "none", f"@{listed}", "-ts", str(found))
        tree = ET.parse(found)  # noqa: S314 - written by lupdate just now
    return sorted(_messages(tree), key=lambda source: source.key)


def checked(language: str, sources: list[Source]) -> dict[Key, Forms]:
    """The tables of a language, complete and without anything unused."""
    table = read_tables(language)
    known = {source.key: source for source in sources}
    wrong = [f"{language}: unused [{context}] {text!r}" for context, text in table.keys() - known]
    for source in sources:
        needed = language == "zh_CN" or source.counts
        forms = table.get(source.key)
        if forms is None:
            if needed:
                wrong.append(f"{language}: not translated [{source.context}] {source.text!r}")
            continue
        expected = LANGUAGES[language] if source.counts else 1
        if len(forms) != expected or not all(forms):
            wrong.append(
                f"{language}: {expected} forms expected [{source.context}] {source.text!r}"
            )
        wrong += _places_wrong(language, source, forms)
    if wrong:
        raise BadTranslation("\n".join(sorted(wrong)))
    return table


def read_tables(language: str) -> dict[Key, Forms]:
    """All tables of a language together."""
    table: dict[Key, Forms] = {}
    for path in sorted((FOLDER / language).glob("*.toml")):
        try:
            content = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as problem:
            raise BadTranslation(f"{path.relative_to(ROOT)}: {problem}") from problem
        for context, strings in content.items():
            for text, value in strings.items():
                if (context, text) in table:
                    raise BadTranslation(f"{path.relative_to(ROOT)}: [{context}] {text!r} twice")
                table[context, text] = (value,) if isinstance(value, str) else tuple(value)
    return table


def written(language: str, sources: list[Source], table: dict[Key, Forms]) -> str:
    """The .ts file: sorted, without places, so that it changes only where words do."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{language}" sourcelanguage="en">')
    for context in sorted({source.context for source in sources}):
        shown = [s for s in sources if s.context == context and s.key in table]
        if not shown:
            continue
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for source in shown:
            lines += _message(source, table[source.key])
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def released(text: str, language: str) -> bytes:
    """The compiled .qm of a .ts text."""
    with tempfile.TemporaryDirectory() as scratch:
        ts, qm = Path(scratch) / f"{language}.ts", Path(scratch) / f"{language}.qm"
        ts.write_text(text, encoding="utf-8", newline="\n")
        _run(
            "pyside6-lrelease",
            "-silent",
            "-fail-on-unfinished",
            "-fail-on-invalid",
            str(ts),
            "-qm",
            str(qm),
        )
        return qm.read_bytes()


def _messages(tree: ET.ElementTree[ET.Element]) -> list[Source]:
    found: dict[Key, Source] = {}
    for context in tree.iterfind("context"):
        name = context.findtext("name", "")
        for message in context.iterfind("message"):
            source = Source(name, message.findtext("source", ""), message.get("numerus") == "yes")
            if message.find("comment") is not None:
                raise BadTranslation(f"[{name}] {source.text!r}: write another text, not a comment")
            found[source.key] = source
    return list(found.values())


def _message(source: Source, forms: Forms) -> list[str]:
    text = f"        <source>{escape(source.text)}</source>"
    if not source.counts:
        done = f"        <translation>{escape(forms[0])}</translation>"
        return ["    <message>", text, done, "    </message>"]
    rows = [f"            <numerusform>{escape(form)}</numerusform>" for form in forms]
    head = ['    <message numerus="yes">', text, "        <translation>"]
    return [*head, *rows, "        </translation>", "    </message>"]


def _places_wrong(language: str, source: Source, forms: Forms) -> list[str]:
    """Lines for translations whose places in braces differ from the source's."""

    def places(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}

    try:
        same = all(places(form) == places(source.text) for form in forms)
    except ValueError:
        same = False
    return [] if same else [f"{language}: other places [{source.context}] {source.text!r}"]


def _run(name: str, *arguments: str) -> None:
    tool = Path(sys.executable).parent / name
    done = subprocess.run([str(tool), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise BadTranslation(f"{name}: {done.stdout}{done.stderr}")


if __name__ == "__main__":
    sys.exit(main())
