"""The language of the window; papers are Chinese in any case."""

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from svcdesk.resources import resource
from svcdesk.settings import Language

log = logging.getLogger(__name__)

_LOCALES = {
    Language.ZH: QLocale(QLocale.Language.Chinese, QLocale.Country.China),
    Language.EN: QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class Translation(QObject):
    """Loads and changes the translators; what is already on screen must be built anew."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        self._installed: list[QTranslator] = []

    def use(self, language: Language) -> None:
        """Speak this language from now on. Chinese needs Qt's own texts only."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self._installed.clear()
        QLocale.setDefault(_LOCALES[language])
        if language is Language.ZH:
            self._install("qtbase_zh_CN", QLibraryInfo.path(_QT_TEXTS))
        else:
            self._install("svcdesk_en", str(resource("i18n")))

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator(self)
        if translator.load(name, folder):
            self._app.installTranslator(translator)
            self._installed.append(translator)
        else:
            log.error("no translation %s in %s", name, folder)


_QT_TEXTS = QLibraryInfo.LibraryPath.TranslationsPath
