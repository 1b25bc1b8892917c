"""Front matter: what is read, where it stands, and what is said when it cannot be read."""

from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from copydesk.model.article import Node, Problem
from copydesk.reading import yaml_fields
from copydesk.reading.frontmatter import read_front_matter

BODY = "The pool closed.\n"


def plain(node: Node) -> Any:
    """A node's value without places."""
    if isinstance(node.value, tuple):
        return [plain(item) for item in node.value]
    if isinstance(node.value, dict):
        return {key: plain(field.node) for key, field in node.value.items()}
    return node.value


def read(text: str) -> tuple[dict[str, Any], list[tuple[str, str]], str]:
    """The fields, the problems with the words they stand at, and the body."""
    front, problems = read_front_matter(text)
    assert front.start == 0
    assert all(p.code == "metadata-parse" for p in problems)
    return (
        {field.key: plain(field.node) for field in front.fields},
        [(p.message, text[p.start : p.end]) for p in problems],
        text[front.end :],
    )


def places(text: str) -> dict[str, str]:
    """The words that each field's node spans."""
    return {f.key: text[f.node.start : f.node.end] for f in read_front_matter(text)[0].fields}


def only(problems: tuple[Problem, ...]) -> Problem:
    (problem,) = problems
    return problem


# YAML


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("extra", ["", "nested: {a: b}\n"])
@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_fields_and_their_places(end: str, extra: str, loader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "CSafeLoader", getattr(yaml, loader), raising=False)
    text = (
        "---\ntitle: \"Pool 😀 closes\"\nauthor: 'Ana Ruiz'\ndate: 2025-02-12  \nsection: local\n"
        f'tags:\n  - pools\n  - “parks”\nempty:\nlinks: [a, "b"]\n{extra}---\n{BODY}'
    ).replace("\n", end)
    fields, problems, body = read(text)
    assert not problems
    assert body == BODY.replace("\n", end)
    fields.pop("nested", None)
    assert fields == {
        "title": "Pool 😀 closes",
        "author": "Ana Ruiz",
        "date": "2025-02-12",
        "section": "local",
        "tags": ["pools", "“parks”"],
        "empty": None,
        "links": ["a", "b"],
    }
    spans = places(text)
    assert spans["title"] == "Pool 😀 closes"
    assert spans["author"] == "Ana Ruiz"
    assert spans["date"] == "2025-02-12"
    assert spans["tags"] == f"pools{end}  - “parks”"
    assert spans["links"] == '[a, "b"]'
    front, _ = read_front_matter(text)
    assert [text[f.key_start : f.key_end] for f in front.fields] == [f.key for f in front.fields]
    assert [text[n.start : n.end] for n in front.fields[4].node.items] == ["pools", "“parks”"]


def test_values_of_several_lines() -> None:
    text = '---\nsummary: >\n  The pool\n  closed.\nnote: "one\n  two"\nlong: three\n  four\n---\n'
    assert read(text)[0] == {"summary": "The pool closed.\n", "note": "one two", "long": "three four"}
    assert places(text) == {"summary": "The pool\n  closed.", "note": "one\n  two", "long": "three\n  four"}


def test_mappings_are_fields_of_their_own() -> None:
    text = "---\nauthor: {name: Ana Ruiz, role: Reporter}\nphoto:\n  by: Tom Lee\n  alt: 'The pool'\n---\n"
    assert read(text)[0] == {
        "author": {"name": "Ana Ruiz", "role": "Reporter"},
        "photo": {"by": "Tom Lee", "alt": "The pool"},
    }
    front, _ = read_front_matter(text)
    role = front.fields[0].node.value["role"]
    assert text[role.key_start : role.node.end] == "role: Reporter"
    assert places(text)["photo"] == "by: Tom Lee\n  alt: 'The pool"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("NO", "NO"),
        ("yes", "yes"),
        ("on", "on"),
        ("n", "n"),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("2024", 2024),
        ("-7", -7),
        ("010", "010"),
        ("12:30", "12:30"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("1.0", "1.0"),
        ("1e3", "1e3"),
        ("9" * 5000, "9" * 5000),
        ("2024-02-30", "2024-02-30"),
        ("2023-11-08T16:45:00+05:30", "2023-11-08T16:45:00+05:30"),
        ("'2024'", "2024"),
        ("!!str 2024", "2024"),
    ],
)
@pytest.mark.parametrize("shape", ["{}", "[{}, x]", "\n  - {}", "{}\nmap: {{a: b}}"])
def test_words_mean_what_an_editor_means(written: str, value: object, shape: str) -> None:
    fields, problems, _ = read(f"---\nkey: {shape.format(written)}\n---\n")
    assert not problems
    found = fields["key"][0] if isinstance(fields["key"], list) else fields["key"]
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("block", "says", "at"),
    [
        ("title: Budget: what changed", "put the value in quotation marks", "Budget: what changed"),
        ("title: Pool\nstatus: draft\nstatus: ready", "“status” stands here twice", "status"),
        ("a: {b: c, b: d}", "“b” stands here twice", "b"),
        ("title: Pool\n\tauthor: Ana", "use spaces", "\t"),
        ("title: @midtown", "cannot begin with @", "@"),
        ("title: `pool`", "cannot begin with `", "`"),
        ('title: "Pool closes\nauthor: Ana', "never closed", '"'),
        ('title: "Pool" closes', "put all of it in quotation marks", '"Pool" closes'),
        ("tags: [pools, parks\nauthor: Ana", "never closed", "["),
        ("title: Pool\njust words here\nauthor: Ana", "key: value", "just words here"),
        ("- title\n- author", "must be a mapping", "- title"),
        ("just a few words", "must be a mapping", "just a few words"),
        ("title: &a Pool", "anchors", "&a Pool"),
        ("title: *pool", "aliases", "*pool"),
        ("title: !!python/object/new:pathlib.Path []", "!!python/object/new:pathlib.Path", None),
        ("title: !secret x", "the tag !secret", None),
        ("title: Pool\x07", "U+0007", "\x07"),
        ("title: Pool\ud800", "U+D800", "\ud800"),
        ('title: "\\d"', "backslash", None),
        ("? [a]\n: b", "a key must be a word", None),
        ("a: b\n--- c\nd: e", "second document", None),
    ],
)
@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_a_mistake_is_told_where_it_is_and_how_to_mend_it(
    block: str, says: str, at: str | None, loader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml, "CSafeLoader", getattr(yaml, loader), raising=False)
    text = f"---\n{block}\n---\n{BODY}"
    _, problems, body = read(text)
    message, words = problems[0]
    assert message.startswith("front matter: ")
    assert says in message
    assert at is None or words == at
    assert body == BODY


def test_the_second_key_of_two_is_the_problem_and_the_first_is_kept() -> None:
    text = "---\nstatus: draft\ntitle: Pool\nstatus: published\n---\n"
    front, problems = read_front_matter(text)
    assert only(problems).start == text.rindex("status")
    assert front.scalar("status") == "draft"


def test_what_can_be_read_of_broken_metadata_is_read() -> None:
    text = '---\ntitle: Pool: closed\nauthor: [Ana Ruiz, Tom Lee]\nphoto:\n  by: Tom Lee\nslug: "pool\n---\n' + BODY
    fields, problems, body = read(text)
    assert fields == {
        "title": "Pool: closed",
        "author": ["Ana Ruiz", "Tom Lee"],
        "photo": {"by": "Tom Lee"},
        "slug": "pool",
    }
    assert [words for _, words in problems] == ["Pool: closed", '"']
    assert body == BODY


def test_aliases_are_never_expanded() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    fields, problems, _ = read("---\n" + "\n".join(lines) + "\n---\n")
    assert len(problems) == 1
    assert fields["a11"] == [None] * 9


@pytest.mark.parametrize(
    "block",
    [
        "a: " + "[" * 3000 + "]" * 3000,
        "a: " + "{b: " * 3000 + "}" * 3000,
        "".join(" " * n + "a:\n" for n in range(400)),
        "- " * 3000,
    ],
)
def test_deep_metadata_is_refused_without_recursion(block: str) -> None:
    _, problems, body = read(f"---\ntitle: Pool\n{block}\n---\n{BODY}")
    assert problems
    assert body == BODY


# Where it begins and ends


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_metadata_that_is_never_closed_does_not_swallow_the_story(end: str) -> None:
    text = "---\ntitle: Mill reopens\nauthor: Nell Moss\nHARLOW — The mill reopened.\n\nIt hums.\n".replace("\n", end)
    fields, problems, body = read(text)
    assert fields == {"title": "Mill reopens", "author": "Nell Moss"}
    assert [words for _, words in problems] == ["---"]
    assert body.startswith("HARLOW")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_rule_in_the_story_does_not_close_metadata(end: str) -> None:
    text = "---\ntitle: Pool closes\n\nThe pool closed.\n\n---\n\nIt was old.\n".replace("\n", end)
    _, problems, body = read(text)
    assert "never closed" in problems[0][0]
    assert "The pool closed." in body


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        BODY,
        "---",
        "---\n",
        "----\ntitle: Pool\n----\n",
        " ---\ntitle: Pool\n---\n",
        f"First.\n\n---\n\n{BODY}\n---\n",
        f"---\n\n{BODY}\n---\nMore.\n",
        f"---\n{BODY}---\nMore.\n",
        "---\nUpdate: The pool reopened.\n\nIt was closed.\n",
        "---\n- The pool\n- The park\n\nBoth closed.\n",
        "---\n[Editor’s note: The pool reopened.]\n---\n",
        "---\nThe mayor said: It is closed.\n\nThe pool is old.\n\n---\n",
        "+++\nThe pool closed.\n+++\n",
        '{{< figure src="pool.jpg" >}}\n',
        "{% include pool.html %}\n",
        "{ Editor’s note }\n",
    ],
)
def test_what_is_no_metadata_is_left_to_the_story(text: str) -> None:
    front, problems = read_front_matter(text)
    assert (front.end, front.form, problems) == (0, "none", ())
    assert not front


@pytest.mark.parametrize(
    "text", ["---\n---\n", "---\n\n---\n", "---\n# only a comment\n---\n", "---\ntitle: Pool\n..."]
)
def test_empty_and_dotted_blocks(text: str) -> None:
    front, problems = read_front_matter(text)
    assert (front.end, front.form, problems) == (len(text), "yaml", ())


def test_huge_values_are_read() -> None:
    words = "the pool " * 250_000
    for value in (f"'{words}'", words.strip(), f'"{words}\\n"'):
        front, problems = read_front_matter(f"---\ntitle: {value}\nmap: {{a: b}}\n---\n")
        assert not problems
        assert len(str(front.fields[0].node.value)) > 2_000_000


# TOML and JSON


def test_toml_fields_and_their_places() -> None:
    text = (
        '+++\r\n# note\r\ntitle = "Pool \\"closes\\""\r\nauthors = ["Ana Ruiz", \'Tom Lee\'] # two\r\n'
        "date = 2025-02-12T10:00:00Z\r\nwords = 1_200\r\nshare = 0.5\r\ndraft = true\r\n"
        'body = """\r\nOne.\r\nTwo."""\r\nsite.name = "Times"\r\n[extra]\r\nstatus = "draft"\r\n'
        '[[photo]]\r\nby = "Lee"\r\n[[photo]]\r\nby = "Ruiz"\r\n+++\r\nThe pool closed.'
    )
    fields, problems, body = read(text)
    assert not problems
    assert body == "The pool closed."
    assert fields == {
        "title": 'Pool "closes"',
        "authors": ["Ana Ruiz", "Tom Lee"],
        "date": "2025-02-12T10:00:00Z",
        "words": 1200,
        "share": "0.5",
        "draft": True,
        "body": "One.\nTwo.",
        "site": {"name": "Times"},
        "extra": {"status": "draft"},
        "photo": [{"by": "Lee"}, {"by": "Ruiz"}],
    }
    assert places(text)["title"] == 'Pool \\"closes\\"'
    assert places(text)["date"] == "2025-02-12T10:00:00Z"
    front, _ = read_front_matter(text)
    assert [text[n.start : n.end] for n in front.fields[1].node.items] == ["Ana Ruiz", "Tom Lee"]
    status = front.fields[8].node.value["status"]
    assert text[status.key_start : status.node.end] == 'status = "draft'


def test_bad_toml_is_told_at_its_line() -> None:
    fields, problems, body = read('+++\ndate = 2025-02-12\ntitle = "Pool\n+++\nThe pool closed.\n')
    assert [words for _, words in problems] == ['title = "Pool']
    assert fields == {"date": "2025-02-12", "title": "Pool"}
    assert body == BODY


def test_toml_that_is_never_closed() -> None:
    fields, problems, body = read('+++\ntitle = "Pool"\nThe pool closed.\n')
    assert (fields, body) == ({"title": "Pool"}, BODY)
    assert "+++" in problems[0][0]


@pytest.mark.parametrize("block", ["a = " + "[" * 5000, "[[a]]\nb = 1\n" * 3000])
def test_deep_and_long_toml_is_read_or_refused(block: str) -> None:
    assert read(f"+++\n{block}\n+++\n{BODY}")[2] == BODY


def test_json_fields_and_their_places() -> None:
    text = (
        '{\n "title": "Pool \\u201ccloses\\u201d",\n "authors": ["Ana Ruiz", null],\n'
        ' "x": {"n": 1.50, "ok": true}\n}\n\nThe pool.'
    )
    fields, problems, body = read(text)
    assert not problems
    assert fields == {"title": "Pool “closes”", "authors": ["Ana Ruiz", None], "x": {"n": "1.50", "ok": True}}
    assert body == "\nThe pool."
    assert places(text)["title"] == "Pool \\u201ccloses\\u201d"
    assert places(text)["authors"] == '["Ana Ruiz", null]'


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ('{\n "title": "Pool",\n}\nThe pool closed.\n', "},"),  # Python 3.13 points at the comma
        ('{\n title: "Pool"\n}\nThe pool closed.\n', "t"),
        ('{"title": "Pool"\n\nThe pool closed.\n', "T"),
    ],
)
def test_bad_json_is_told_and_the_story_kept(text: str, at: str) -> None:
    _, problems, body = read(text)
    assert len(problems) == 1
    assert problems[0][1] in at
    assert body.strip() == BODY.strip()


def test_deep_and_doubled_json() -> None:
    said = read('{"a":' * 5000 + "1" + "}" * 5000)[1][0][0]
    assert "too deep" in said or "200 levels" in said
    assert "200 levels" in read('{"a":' + "[" * 300 + "]" * 300 + "}")[1][0][0]
    assert "twice" in read('{"a": 1, "a": 2}\n')[1][0][0]


# What holds for every text

WORDS = (
    "title: |a:|b|x y|[a, b]|[|]|\"|'|#| #|: |-|{|}|null|true|NO|012|12:30|-5|  |~|&a |*a|!!str |é|😀|“q”|...|---"
    "|? |<<: |%|@|`|,|.5| = |=|>|\\|\\n|\u00a0|\ud800|\u2028|\x85|\ufeff|\x00|\n|\r\n|\r|\t"
).split("|")
LINES = ["\n  - ", "\n- ", "|\n  x\n", "---\n", "+++\n", "[[t]]\n", '"""']
PIECES = st.sampled_from(WORDS) | st.sampled_from(LINES)
COPY = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=30)
BLOCKS = st.lists(PIECES, max_size=14).map("".join)


@given(
    BLOCKS | st.text(max_size=40),
    st.sampled_from(["---\n{}", "---\n{}\n---\nx", "+++\n{}\n+++\nx", "{{{}", '{{"a": {}']),
)
def test_any_block_is_read(block: str, frame: str) -> None:
    text = frame.format(block)
    front, problems = read_front_matter(text)
    assert 0 <= front.end <= len(text)
    for problem in problems:
        assert 0 <= problem.start <= problem.end <= len(text)
    pending = [field.node for field in front.fields]
    while pending:
        node = pending.pop()
        assert 0 <= node.start <= node.end <= front.end
        if isinstance(node.value, tuple):
            pending += node.value
        elif isinstance(node.value, dict):
            pending += [field.node for field in node.value.values()]


@given(BLOCKS)
@example("a:\n- b\n- c\nd: [e, 'f']")
@example("a:  \n # c\n  - 'x'\n\nb: “q” r")
def test_the_quick_reader_agrees_with_the_parser(block: str) -> None:
    quick = yaml_fields._read_simple(block, 0, len(block))
    if quick is not None:
        parsed = yaml_fields._Reader(block, 0, len(block))
        assert {field.key: field for field in reversed(quick)} == parsed.fields


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), COPY | st.integers() | st.booleans()))
def test_what_a_library_wrote_is_read_back(values: dict[str, object]) -> None:
    text = "---\n" + yaml.safe_dump(values, allow_unicode=True) + "---\n"
    fields, problems, _ = read(text)
    if not problems:
        for key, value in values.items():
            assert fields[key] == value or str(fields[key]) == str(value)
