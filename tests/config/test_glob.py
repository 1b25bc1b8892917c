"""Patterns for paths."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.config.glob import Glob


@pytest.mark.parametrize(
    ("pattern", "path", "covers"),
    [
        ("opinion/**", "opinion/a.md", True),
        ("opinion/**", "opinion/2025/a.md", True),
        ("opinion/**", "news/opinion/a.md", False),
        ("opinion/", "opinion/a.md", True),
        ("opinion/", "news/opinion/a.md", True),
        ("/opinion", "opinion/a.md", True),
        ("/opinion", "news/opinion/a.md", False),
        ("opinion", "opinions/a.md", False),
        ("*.md", "a.md", True),
        ("*.md", "deep/er/a.md", True),
        ("*.md", "a.md.txt", False),
        ("news/*.md", "news/a.md", True),
        ("news/*.md", "news/2025/a.md", False),
        ("news/**/a.md", "news/a.md", True),
        ("news/**/a.md", "news/x/y/a.md", True),
        ("**/drafts/*.md", "drafts/a.md", True),
        ("**/drafts/*.md", "x/drafts/a.md", True),
        ("2025-0[1-3]-*.md", "2025-02-12-a.md", True),
        ("2025-0[!1-3]-*.md", "2025-02-12-a.md", False),
        ("a?c.md", "abc.md", True),
        ("a?c.md", "a/c.md", False),
        ("a+(b).md", "a+(b).md", True),
    ],
)
def test_patterns_are_those_of_gitignore(pattern: str, path: str, covers: bool) -> None:
    assert Glob("/newsroom", pattern).matches(f"/newsroom/{path}") is covers


def test_a_pattern_counts_from_its_folder() -> None:
    assert not Glob("/newsroom/east", "*.md").matches("/newsroom/west/a.md")
    assert not Glob("/newsroom/east", "*.md").matches("/newsroom/eastern.md")
    assert Glob("/", "*.md").matches("/a.md")


@given(st.text(min_size=1).filter(lambda s: not set(s) & set("[]*?/!")), st.text(min_size=1))
def test_a_name_without_wildcards_matches_itself_only(name: str, other: str) -> None:
    assert Glob("/n", name).matches(f"/n/{name}")
    assert Glob("/n", name).matches(f"/n/x/{name}/y.md")
    assert Glob("/n", name).matches(f"/n/{other}") is (name in other.split("/"))
