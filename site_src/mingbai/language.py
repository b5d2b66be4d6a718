"""The two languages of a site: the one place that knows their codes and names."""

from enum import StrEnum
from typing import TypeVar

T = TypeVar("T")


class Language(StrEnum):
    """A language; as text it is its code: ``zh``, ``en``."""

    ZH = "zh"
    EN = "en"

    @property
    def is_english(self) -> bool:
        """Whether it is English; else it is Chinese, the report's own."""
        return self is Language.EN

    @property
    def other(self) -> "Language":
        """The other of the two."""
        return self.pick(Language.EN, Language.ZH)

    @property
    def tag(self) -> str:
        """Its tag as HTML and feeds write it: ``zh-Hans``, ``en``. Source: RFC 5646."""
        return self.pick("zh-Hans", "en")

    @property
    def locale(self) -> str:
        """Its name as Open Graph writes it: ``zh_CN``, ``en_US``."""
        return self.pick("zh_CN", "en_US")

    @property
    def own_name(self) -> str:
        """What its readers call it."""
        return self.pick("中文", "English")

    def pick(self, zh: T, en: T) -> T:
        """Return the one of two things that is in this language.

        >>> Language.EN.pick("术语", "Terms")
        'Terms'
        """
        return en if self is Language.EN else zh


LANGUAGES = (Language.ZH, Language.EN)
"""Both, the report's own first."""
