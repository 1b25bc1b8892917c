from hypothesis import given
from hypothesis import strategies as st

from copydesk.model.span import LineIndex


def test_lines_end_as_in_editors() -> None:
    lines = LineIndex("a\r\nb\rc\nd\u2028e\x0bf\x85g")
    assert len(lines) == 4
    assert lines.line_column(3) == (2, 1)
    assert lines.line_column(5) == (3, 1)
    assert lines.line_column(12) == (4, 6)


def test_utf16_and_bytes_at_the_border() -> None:
    lines = LineIndex("x\n😀é!")
    assert lines.line_column(4) == (2, 3)
    assert lines.utf16_column(4) == 4
    assert lines.byte_offset(4) == 2 + 4 + 2


def test_line_span_leaves_the_line_end_out() -> None:
    lines = LineIndex("one\r\ntwo")
    assert lines.line_span(1) == (0, 3)
    assert lines.line_span(2) == (5, 8)


@given(st.text(alphabet="ab\r\n😀\u2028"), st.data())
def test_offsets_round_trip(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    lines = LineIndex(text)
    line, column = lines.line_column(offset)
    span = lines.line_span(line)
    assert lines.offset(line, column) == min(offset, span.end)
