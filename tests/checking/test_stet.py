import copydesk
from copydesk.model.violation import Report

HALL = "The coach walked out of a press conference."
DOCK = "The captain had called a press conference on the dock."


def check(text: str, path: str = "draft.md") -> Report:
    return copydesk.check_text(text, path=path, select=("usage-news-conference", "stet"))


def rules(report: Report) -> list[str]:
    return [v.rule for v in report.violations]


def test_a_stet_lets_the_next_block_stand_and_no_other() -> None:
    report = check(f"<!-- stet usage-news-conference: the hall’s name -->\n\n{HALL}\n\n{DOCK}\n")
    assert rules(report) == ["usage-news-conference"]
    assert [(s.violation.rule, s.reason) for s in report.suppressed] == [("usage-news-conference", "the hall’s name")]


def test_a_stet_at_the_end_of_a_block_lets_that_block_stand() -> None:
    report = check(f"{HALL} <!-- stet usage-news-conference: the hall’s name -->\n\n{DOCK}\n")
    assert [v.line for v in report.violations] == [3]


def test_a_stet_for_the_file_names_families_too() -> None:
    assert rules(check(f"<!-- stet-file usage: archive copy -->\n\n{HALL}\n\n{DOCK}\n")) == []


def test_front_matter_lets_things_stand_where_there_are_no_comments() -> None:
    matter = "---\nstet:\n  - rule: usage-news-conference\n    reason: the hall’s name\n---\n"
    assert rules(check(f"{matter}{HALL}\n", "draft.txt")) == []
    assert rules(check(f"{matter.replace('the hall’s name', '')}{HALL}\n")) == ["stet-reason", "usage-news-conference"]


def test_a_stet_of_several_rules_is_used_when_one_is() -> None:
    assert rules(check(f"<!-- stet usage-news-conference, date-ordinal: old copy -->\n{HALL}\n")) == []


def test_an_unused_stet_is_reported_with_a_fix() -> None:
    text = "<!-- stet usage-news-conference: gone -->\nShe spoke Monday.\n"
    assert rules(check(text)) == ["stet-unused"]
    assert copydesk.fix_text(text).text == "\nShe spoke Monday.\n"


def test_a_stet_for_a_rule_that_does_not_run_is_not_called_unused() -> None:
    text = "<!-- stet date-ordinal: archive copy -->\nShe spoke Monday.\n"
    assert rules(check(text)) == []


def test_a_misspelled_rule_is_an_error() -> None:
    assert rules(check(f"<!-- stet usage-news-conferense: why -->\n{HALL}\n")) == [
        "stet-unknown",
        "usage-news-conference",
    ]
