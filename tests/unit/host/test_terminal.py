"""Typing and choosing at a terminal, key by key."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import TypeVar

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import PipeInput
from prompt_toolkit.input.defaults import create_pipe_input
from prompt_toolkit.output import DummyOutput

from generator.build.asker import Line, StoppedError
from generator.host.terminal import Terminal, _Offers
from generator.submit.answers import AnswerError, Offer

Answer = TypeVar("Answer")

DOWN = "\x1b[B"


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        yield pipe


def asked(question: Callable[[], Answer]) -> Answer:
    """Return the answer, asked in a thread of its own: a browser leaves its loop in the main one."""
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(copy_context().run, question).result()


def refuse_short(text: str) -> None:
    if len(text) < 3:
        message = "Quá ngắn."
        raise AnswerError(message)


def test_enter_ends_a_line_that_passes_and_no_other(keys: PipeInput) -> None:
    keys.send_text("ab\rc\r")
    assert asked(lambda: Terminal().line(Line("Địa điểm", refuse_short))) == "abc"


def test_what_stands_there_already_can_be_gone_on_with(keys: PipeInput) -> None:
    keys.send_text(" 3\r")
    assert asked(lambda: Terminal().line(Line("Địa điểm", refuse_short, before="cụm"))) == "cụm 3"


def test_where_lines_may_follow_a_second_enter_ends(keys: PipeInput) -> None:
    keys.send_text("một\r  hai\rba\r\r")
    text = asked(lambda: Terminal().line(Line("Tóm tắt", refuse_short, several_lines=True)))
    assert text.strip() == "một\n  hai\nba"


def test_an_enter_before_more_text_begins_a_line(keys: PipeInput) -> None:
    keys.send_text("hai\x01một\r\x05\r\r")
    text = asked(lambda: Terminal().line(Line("Tóm tắt", refuse_short, several_lines=True)))
    assert text.strip() == "một\nhai"


def test_what_is_offered_takes_the_place_of_what_was_typed() -> None:
    line = Line(
        "Đi cùng", refuse_short, offers=lambda _: (Offer("Lê Văn Ba", "Ban Tổ chức", "le"),)
    )
    (made,) = _Offers(line).get_completions(Document("Đỗ Thị Tư; le"), CompleteEvent())
    assert (made.text, made.start_position) == ("Lê Văn Ba", -2)
    assert made.display_meta_text == "Ban Tổ chức"


def test_whoever_leaves_a_line_leaves_what_was_typed(keys: PipeInput) -> None:
    keys.send_text("12/3\x03")
    with pytest.raises(StoppedError) as stopped:
        asked(lambda: Terminal().line(Line("Ngày đi", refuse_short)))
    assert stopped.value.typed == "12/3"


def test_options_are_chosen_with_the_arrow_keys(keys: PipeInput) -> None:
    keys.send_text(f"{DOWN}\r")
    assert asked(lambda: Terminal().choose("Làm gì?", ("Ghi", "Sửa", "Thôi"))) == 1
    keys.send_text("\r")
    assert asked(lambda: Terminal().choose("Làm gì?", ("Ghi", "Sửa", "Thôi"), 2)) == 2


def test_to_agree_one_must_say_so(keys: PipeInput) -> None:
    keys.send_text("\r")
    assert not asked(lambda: Terminal().agree("Thêm chi tiết?"))
    keys.send_text(f"{DOWN}\r")
    assert asked(lambda: Terminal().agree("Thêm chi tiết?"))


@pytest.mark.parametrize("leaving", ["\x03", "\x04"])
def test_a_menu_can_be_left(keys: PipeInput, leaving: str) -> None:
    keys.send_text(leaving)
    with pytest.raises(StoppedError) as stopped:
        asked(lambda: Terminal().choose("Làm gì?", ("Ghi", "Thôi")))
    assert stopped.value.typed == ""


def test_text_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    Terminal().say("Ngày đi: 16/03/2020")
    assert capsys.readouterr().out == "Ngày đi: 16/03/2020\n"
