"""Views that are made when they are first wanted."""

import pytest

from gdviz.ui.controls.later import Later
from gdviz.ui.theme import theme


class View:
    def __init__(self):
        self.heard = []

    def retranslate(self, tr):
        self.heard.append(tr)

    def show_theme(self, shown):
        self.heard.append(shown)


@pytest.fixture
def later():
    return Later(View)


def test_it_is_made_once_and_only_when_it_is_wanted(later):
    assert not later.made
    assert later.view() is later.view()
    assert later.made


def test_it_hears_the_last_language_and_look(later, english, russian):
    dark = theme("dark", 1.0)
    for tr in (english, russian):
        later.retranslate(tr)
    later.show_theme(dark)
    assert later.view().heard == [russian, dark]
    later.retranslate(english)
    assert later.view().heard == [russian, dark, english]


def test_who_waits_for_it_is_told_once(later):
    told: list[object] = []
    later.then(told.append)
    assert told == []
    view = later.view()
    later.view()
    assert told == [view]
    later.then(told.append)
    assert told == [view, view]
