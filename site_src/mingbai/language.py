"""The two languages of a site: the only module that knows their codes and names."""

from enum import StrEnum
from typing import TypeVar

T = TypeVar("T")


class Language(StrEnum):
    """A language; its value is its code: ``zh``, ``en``."""

    ZH = "zh"
    EN = "en"

    @property
    def is_english(self) -> bool:
        """Whether it is English; otherwise it is Chinese, the language of the report."""
        return self is Language.EN

    @property
    def other(self) -> "Language":
        """The other language."""
        return self.pick(Language.EN, Language.ZH)

    @property
    def tag(self) -> str:
        """Its tag in HTML and feeds: ``zh-Hans``, ``en``. Source: RFC 5646."""
        return self.pick("zh-Hans", "en")

    @property
    def locale(self) -> str:
        """Its name in Open Graph: ``zh_CN``, ``en_US``."""
        return self.pick("zh_CN", "en_US")

    @property
    def own_name(self) -> str:
        """Its name in the language itself."""
        return self.pick("中文", "English")

    def pick(self, zh: T, en: T) -> T:
        """Return the first argument for Chinese, the second for English.

        >>> Language.EN.pick("术语", "Terms")
        'Terms'
        """
        return en if self is Language.EN else zh


LANGUAGES = (Language.ZH, Language.EN)
"""Both languages, Chinese first: the language of the report."""
