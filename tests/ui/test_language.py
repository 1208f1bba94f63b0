import importlib.util
import re
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QDialogButtonBox

from svcdesk.resources import resource
from svcdesk.settings import Language
from svcdesk.ui.language import Translation

TS = resource("i18n", "svcdesk_en.ts")
QM = resource("i18n", "svcdesk_en.qm")


def load_tool() -> Any:
    spec: Any = importlib.util.spec_from_file_location("update", resource("i18n", "update.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


tool = load_tool()


@pytest.fixture(scope="module")
def now(tmp_path_factory: Any) -> Any:
    """What the sources say today."""
    ts = tmp_path_factory.mktemp("ts") / "now.ts"
    tool.extract(ts)
    return tool.messages(ts)


@pytest.fixture(scope="module")
def shipped() -> Any:
    return tool.messages(TS)


@pytest.fixture
def translation(qapp: Any) -> Any:
    translation = Translation(qapp)
    yield translation
    translation.use(Language.ZH)
    for translator in translation._installed:
        qapp.removeTranslator(translator)
    translation.deleteLater()


def placeholders(text: Any) -> Any:
    return sorted(re.findall(r"\{(\w*)", text))


def test_texts_of_rules_and_of_the_window_are_found(now):
    contexts = {context for context, _ in now}
    assert {"Problem", "State", "Commands", "SignInPage", "Way", "Amiss"} <= contexts
    sources = {source for context, source in now if context == "Problem"}
    assert any("已经改过这个件" in one for one in sources)


def test_texts_written_over_several_lines_are_found_whole(now):
    from svcdesk.rules.problems import NewerSchema

    assert ("Problem", NewerSchema.words) in now


def test_every_text_is_translated(now, shipped):
    assert [text for text in now if shipped.get(text) is None] == []


def test_no_translation_is_left_over(now, shipped):
    assert [text for text in shipped if text not in now] == []


def test_a_translation_keeps_every_placeholder(shipped):
    wrong = [
        (source, translation)
        for (_, source), translation in shipped.items()
        if translation and placeholders(source) != placeholders(translation)
    ]
    assert wrong == []


def test_a_translation_is_not_chinese(shipped):
    chinese = [
        text
        for text in shipped.values()
        if text and re.search(r"[\u4e00-\u9fff，。：；！？]", text.replace("中文", ""))
    ]
    assert chinese == []


def test_mnemonics_survive_translation(shipped):
    wrong = [
        (source, translation)
        for (_, source), translation in shipped.items()
        if translation and "(&" in source and "&" not in translation
    ]
    assert wrong == []


def test_the_compiled_file_holds_what_the_translation_says(tmp_path):
    fresh = tmp_path / "fresh.qm"
    tool.compile_to(TS, fresh)
    assert QM.read_bytes() == fresh.read_bytes()


def test_the_compiled_file_can_be_loaded_and_answers(shipped, qapp):
    translator = QTranslator()
    assert translator.load(str(QM))
    wrong = [
        (context, source)
        for (context, source), translation in shipped.items()
        if translation and translator.translate(context, source) != translation
    ]
    assert wrong == []


def test_standard_buttons_are_chinese_with_qts_own_texts(translation, qtbot):
    translation.use(Language.ZH)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text() == "取消"
    assert QLocale().language() is QLocale.Language.Chinese


def test_qts_own_chinese_texts_come_with_it():
    from pathlib import Path

    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    assert (folder / "qtbase_zh_CN.qm").exists()


def test_english_can_be_spoken_and_given_up_again(translation):
    translation.use(Language.EN)
    assert QCoreApplication.translate("State", "在办") != "在办"
    assert QLocale().language() is QLocale.Language.English
    translation.use(Language.ZH)
    assert QCoreApplication.translate("State", "在办") == "在办"
