"""Which language the windows speak."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from safetydesk.resources import locate


class Language(StrEnum):
    """The languages of the interface; printed and statutory text is Chinese in both."""

    CHINESE = "zh_CN"
    ENGLISH = "en"


def install(app: QCoreApplication, language: Language = Language.CHINESE) -> None:
    """Makes Qt and the program speak ``language``. Call it before the first widget is built.

    The locale comes first: a date field built earlier keeps the names of the old one.

    Raises:
        MissingResource: the program's own translation was not shipped.
    """
    locale = QLocale(language.value)
    QLocale.setDefault(locale)
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    _load(app, f"qtbase_{language.value}", qt_folder)
    own = f"safetydesk_{language.value}.qm"
    _load(app, own, str(locate(f"translations/{own}").parent))


def _load(app: QCoreApplication, name: str, folder: str) -> None:
    """Installs one translation file; ``app`` keeps it alive."""
    translator = QTranslator(app)
    if translator.load(name, folder):
        app.installTranslator(translator)
