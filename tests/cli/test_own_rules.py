"""`new-rule` and `test`: a newsroom's own rules and house, begun and held to their examples."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def test_what_new_rule_writes_holds(run: Run, newsroom: Path) -> None:
    assert run("new-rule", "desk-blue").exit_code == 0
    assert run("new-rule", "desk-ring-road", "--instead-of", "ring road", "--use", "beltway").exit_code == 0
    assert run("new-rule", "desk-start", "--code").exit_code == 0
    assert run("new-rule", "desk-again", "--code", "--instead-of", "moreover", "--use", "also").exit_code == 0
    tested = run("test", "desk")
    assert (tested.exit_code, tested.stdout) == (0, "16 examples: all hold.\n")
    (newsroom / "copydesk.toml").write_text('packs = ["./desk"]\n')
    (newsroom / "a.md").write_text("Moreover it rained on the ring road, a blue-sky plan.\n")
    checked = run("check", "--select", "desk", "a.md").stdout
    assert all(rule in checked for rule in ("desk-again", "desk-ring-road", "desk-blue"))
    assert run("test").stdout == "16 examples: all hold.\n"


@pytest.mark.parametrize(
    ("args", "what"),
    [
        (("Blue Sky",), "write a family and a name in small letters: desk-blue-sky"),
        (("date-ordinal",), 'there is a rule "date-ordinal" already'),
        (("desk-x", "--instead-of", 'a "b"'), "cannot be a phrase"),
        (("desk-x", "--use", "blue-sky"), "are the same"),
    ],
)
def test_what_cannot_become_a_rule(run: Run, newsroom: Path, args: tuple[str, ...], what: str) -> None:
    result = run("new-rule", *args)
    assert result.exit_code == 2
    assert what in result.stderr
    assert not (newsroom / "desk").exists()


def test_examples_of_a_house(run: Run, newsroom: Path) -> None:
    (newsroom / "copydesk.toml").write_text('house = "./midtown.toml"\n')
    house = newsroom / "midtown.toml"
    house.write_text(
        'extends = "ap"\n[words]\n"trolley" = "tram"\n'
        '[[examples]]\ntext = "The ^trolley^ was late."\nrules = ["words"]\nfixed = "The tram was late."\n'
        '[[examples]]\ntext = "“The trolley was late,” she said."\nrules = "words-use"\n'
    )
    assert run("test").stdout == "2 examples: all hold.\n"
    assert run("test", "midtown.toml").stdout == "2 examples: all hold.\n"
    house.write_text(house.read_text().replace("The tram was", "The bus was").replace("She ^", "She "))
    wrong = run("test", "copydesk.toml")
    assert wrong.exit_code == 1
    assert wrong.stdout.splitlines() == [
        "midtown.toml:4: “The trolley was late.” is fixed to “The tram was late.”, not “The bus was late.”",
        "2 examples: 1 complaint.",
    ]
    house.write_text(house.read_text().replace("^trolley^ was", "trolley ^was^"))
    assert "it reports “trolley” (words-use)" in run("test").stdout


def test_a_rule_that_breaks_its_word(run: Run, newsroom: Path) -> None:
    run("new-rule", "desk-blue")
    rules = newsroom / "desk" / "phrases" / "desk.toml"
    rules.write_text(rules.read_text().replace('"blue-sky" =', '"green-sky" ='))
    result = run("test", "desk")
    assert result.exit_code == 1
    assert "desk-blue: on 'The council heard of a ^blue-sky^ plan.' it flags nothing" in result.stdout


@pytest.mark.parametrize(
    ("target", "what"),
    [("nowhere", "cannot be imported"), ("./nowhere", "there is no folder"), ("no.toml", "there is no house file")],
)
def test_a_target_that_is_not_there(run: Run, target: str, what: str) -> None:
    result = run("test", target)
    assert result.exit_code == 2
    assert what in result.stderr


def test_nothing_to_test(run: Run) -> None:
    result = run("test")
    assert result.exit_code == 2
    assert "there are no examples here" in result.stderr


def test_a_wrong_example_is_said_with_its_line(run: Run, newsroom: Path) -> None:
    (newsroom / "copydesk.toml").write_text('[[examples]]\ntext = "One ^ caret"\n[[examples]]\ntxt = "x"\n')
    result = run("test")
    assert result.exit_code == 2
    assert "copydesk.toml:1: an example needs a text" in result.stderr
    assert 'copydesk.toml:4: an example has no key "txt"' in result.stderr
