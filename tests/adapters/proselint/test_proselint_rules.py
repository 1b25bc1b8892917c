"""The family finds what proselint finds, at the same words, and keeps to our zones and quotations."""

from collections.abc import Sequence
from functools import cache

import pytest
from proselint.checks import __register__
from proselint.tools import LintFile

import copydesk
from copydesk.adapters.proselint.rules import id_of, rules
from copydesk.checking.plan import build_plan
from copydesk.checking.registry import load_rules
from copydesk.checking.runner import check_article
from copydesk.checking.select import Selection
from copydesk.model.violation import Violation
from copydesk.reading.read import read_article

REGISTRY = load_rules()
IDS = {id_of(check.path): check.path for check in __register__}
WHOLE_ID_ONLY = ("proselint-restricted-elementary", "proselint-restricted-top1000")
#: The one rule that speaks of quotation marks themselves.
MARKS = "proselint-typography-symbols-curly-quotes"

#: Sentences that proselint has something to say of, by the path that says it.
FOUND = [
    ("annotations.misc", "The vote was 7-2. FIXME before noon."),
    ("archaism", "Methinks the harbor board will vote, verily, in May."),
    ("cliches.hell", "Then all hell broke loose at the depot."),
    ("cliches.misc.garner", "It was the tip of the iceberg, and first and foremost a leak."),
    ("cliches.misc.write_good", "The clerk was sick as a dog, and bored to tears."),
    ("cliches.misc.gnu_diction", "Salt is in short supply in Midtown."),
    ("dates_times.am_pm.lowercase_periods", "Doors open at 7 pm and close at 11 pm."),
    ("dates_times.am_pm.spacing", "Doors open at 7p.m. on Friday."),
    ("dates_times.am_pm.midnight_noon", "Doors open at 12 p.m. on Friday."),
    ("dates_times.am_pm.midnight_noon", "Doors open 9 a.m. in the morning."),
    ("dates_times.dates.decade_apostrophes", "The pier was rebuilt in the 1970's and the 80's."),
    ("dates_times.dates.dash_and_from", "He served from 2011-2015 on the board."),
    ("dates_times.dates.month_year_comma", "The ferry sank in March, 1987, off the pier."),
    ("dates_times.dates.month_of_year", "The ferry sank in March of 1987."),
    ("hedging", "The bridge, so to speak, is closed."),
    ("industrial_language.airlinese", "Riders deplaned at gate 6."),
    ("industrial_language.bureaucratese", "We hope the plan meets with your approval."),
    ("industrial_language.chatspeak", "Send the form ASAP, the notice says."),
    ("industrial_language.commercialese", "Enclosed please find the map, the letter said."),
    ("industrial_language.corporate_speak", "Repaving is low-hanging fruit for the council."),
    ("industrial_language.jargon", "She answered in the negative."),
    ("lexical_illusions", "The mayor said that the the bridge is closed."),
    ("malapropisms", "It was a serial experience for the choir."),
    ("misc.apologizing", "More research is needed on the eels."),
    ("misc.back_formations", "The loan was improprietous."),
    ("misc.but", "But the bridge is closed."),
    ("misc.capitalization.terms", "It was a trick of mother nature."),
    ("misc.capitalization.seasons", "The pool opens in Summer."),
    ("misc.capitalization.months", "The fair ends in october."),
    ("misc.capitalization.days", "The fair ends on sunday."),
    ("misc.composition", "Owing to the fact that it rained, the crew did not succeed."),
    ("misc.composition", "The board did not have much faith in the count."),
    ("misc.currency", "The toll is $3 dollars."),
    ("misc.debased", "The plan leaves much to be desired."),
    ("misc.false_plurals.misc", "Two phenomenons were seen."),
    ("misc.false_plurals.kudos", "The crew got many kudos."),
    ("misc.greylist", "The bridge is obviously closed, and crews utilize the ferry."),
    ("misc.illogic", "It was the least worst route, without scarcely a doubt."),
    ("misc.inferior_superior", "This paint is inferior than lime."),
    ("misc.institution_name", "She left Virginia Polytechnic and State University."),
    ("misc.latin", "The deal covers, inter alia, the pier."),
    ("misc.many_a", "There were many a rider."),
    ("misc.metadiscourse", "The rest of this article is about eels."),
    ("misc.not_guilty", "He was not guilty beyond a reasonable doubt."),
    ("misc.phrasal_adjectives.ly", "A newly-built pier opened."),
    ("misc.phrasal_adjectives.examples", "It is a zero sum game for riders."),
    ("misc.preferred_forms", "Crews jumped off of the pier in regards to the alarm."),
    ("misc.pretension", "Planners want to reconceptualize the pier."),
    ("misc.professions", "The geometrist measured the pier."),
    ("misc.suddenly", "Suddenly, the bridge closed."),
    ("misc.tense_present", "Between you and I, it was somewhat of a leak; up to 50% or more was lost."),
    ("misc.waxed", "The coach waxed lyrically on the final."),
    ("misc.whence", "The eels went from whence they came."),
    ("mixed_metaphors.bottleneck", "The lock is the biggest bottleneck."),
    ("mixed_metaphors.misc", "It is not rocket surgery, and he is not the sharpest marble in the box."),
    ("mondegreens", "It is for all intensive purposes closed."),
    ("needless_variants", "A preventative repair is due on the cell phone mast."),
    ("nonwords", "The pier is closed irregardless."),
    ("oxymorons", "It is an exact estimate."),
    ("psychology.lie_detector", "The guard took a lie detector test."),
    ("psychology.mental_telepathy", "The act had mental telepathy."),
    ("redundancy.misc.wallace", "The lot is rectangular in shape."),
    ("redundancy.misc.garner", "There is a general consensus of opinion among fellow colleagues."),
    ("redundancy.misc.nordquist", "A permit is absolutely necessary."),
    ("redundancy.misc.after_the_deadline", "The final outcome was an added bonus."),
    ("redundancy.ras_syndrome", "The ATM machine took her PIN number."),
    ("skunked_terms", "Hopefully the storm does not decimate the fleet."),
    ("social_awareness.lgbtq.terms", "The law names sexual preference."),
    ("social_awareness.sexism", "The chairman met a policeman and a mailman."),
    ("spelling.able_atable", "The harm is calculatable."),
    ("spelling.able_ible", "The gate is immovible."),
    ("spelling.ally_ly", "It closed automaticly."),
    ("spelling.ance_ence", "It was a rare occurrance."),
    ("spelling.athletes", "Brett Farve signed the ball."),
    ("spelling.consistency", "The centre of town has a center of trade and a tax center."),
    ("spelling.ely_ly", "It closed immediatly."),
    ("spelling.em_im_en_in", "They imbed the bolts."),
    ("spelling.er_or", "The imposter fled."),
    ("spelling.in_un", "The plan is unfeasible."),
    ("spelling.misc", "A miniscule leak gave him free reign, the restauranteur said."),
    ("spelling.ve_of", "Crews could of closed it."),
    ("terms.animal_adjectives", "It was a fox-like smile."),
    ("terms.denizen_labels.garner", "A Seattlite won."),
    ("terms.denizen_labels.norris", "A Liverpoolian won."),
    ("terms.eponymous_adjectives", "It was a Shakespearian feud."),
    ("terms.venery", "A group of lions fled."),
    ("typography.diacritical_marks", "They met in a cafe."),
    ("typography.punctuation.misplaced", "Lee et. al signed."),
    ("typography.punctuation.hyperbole", "The pier is closed!!"),
    ("typography.symbols.ellipsis", "The pier ... is closed."),
    ("typography.symbols.copyright", "The map is (c) the town."),
    ("typography.symbols.trademark", "The map is MidMap(tm)."),
    ("typography.symbols.multiplication", "Each panel is 4 x 8 feet."),
    ("uncomparables", "It is a very unique pier, and most ideal."),
    ("weasel_words.very", "The pier is very old."),
]  # fmt: skip


@cache
def plan(select: tuple[str, ...] = ("proselint",), extend: tuple[str, ...] = ()) -> object:
    return build_plan(REGISTRY, Selection(select, extend))


def said(text: str, select: tuple[str, ...] = ("proselint",)) -> Sequence[Violation]:
    return check_article(read_article(text, path="draft.txt"), plan(select)).violations  # type: ignore[arg-type]


def said_by_proselint(text: str) -> list[tuple[str, str, int]]:
    """What proselint itself says of a text: path, words and their place."""
    file = LintFile("draft", text)
    found = []
    for check in __register__:
        for result in check.check_with_flags(file.content):
            start, end = result.span
            if check.path.startswith("restricted."):
                start -= 1  # it gives the second letter of a word for its first
            if check.path == "industrial_language.airlinese":
                end += len("d")  # it leaves off where the shorter of two words ends
            if check.flags.allow_quotes or not file.is_quoted_pos(start):
                words = file.content[start:end]
                found.append((check.path, words.strip(), start - 1 + len(words) - len(words.lstrip())))
    return found


@pytest.mark.parametrize(("path", "text"), FOUND, ids=[f"{path} {i}" for i, (path, _) in enumerate(FOUND)])
def test_what_proselint_finds_is_found_at_the_same_words(path: str, text: str) -> None:
    theirs = [(words, start) for found, words, start in said_by_proselint(text) if found == path]
    assert theirs
    ours = said(text, (id_of(path),))
    assert [(text[v.start : v.end], v.start) for v in ours] == sorted(theirs, key=lambda one: one[1])


def test_all_of_it_together_is_found_wherever_it_stands() -> None:
    text = "\n\n".join(f"Ana Ruiz saw it. {text}" for _, text in FOUND)
    theirs = {(start, words) for path, words, start in said_by_proselint(text) if not path.startswith("restricted.")}
    ours = {(v.start, text[v.start : v.end]) for v in said(text)}
    assert theirs - ours == set()
    assert len(ours) > len(FOUND)


def test_a_list_of_allowed_words_flags_whole_words() -> None:
    text = "Moscow voted."
    assert [text[v.start : v.end] for v in said(text, WHOLE_ID_ONLY[1:])] == ["Moscow", "voted"]


@pytest.mark.parametrize("quoted", ["“It is {}”, Lee said.", 'Lee said: "It is {}"', "> It is {}", "`{}` is code."])
def test_nothing_is_said_of_quotations_and_code(quoted: str) -> None:
    for path, text in FOUND:
        if not path.startswith(("typography.", "misc.but", "misc.suddenly", "lexical")):
            draft = "The town wrote on.\n\n" + quoted.format(text.rstrip("."))
            found = check_article(read_article(draft, path="draft.md"), plan()).violations  # type: ignore[arg-type]
            assert [v for v in found if v.rule != MARKS] == [], draft


def test_places_are_those_of_the_source() -> None:
    draft = "---\ntitle: A miniscule leak\nsection: miniscule\n---\n# Aside\n\nIt is a *very* **unique** pier,\n"
    draft += "absolutely\nnecessary. See [the *fellow* colleagues](http://miniscule.example) at the\nATM machine.\n"
    report = check_article(read_article(draft, path="draft.md"), plan())  # type: ignore[arg-type]
    assert [draft[v.start : v.end] for v in report.violations] == [
        "miniscule", "very", "very* **unique", "absolutely\nnecessary", "fellow* colleagues", "ATM machine",
    ]  # fmt: skip
    assert report.violations[0].zone == "headline"
    assert [v.fix is None for v in report.violations] == [False, True, True, False, True, False]


def test_html_and_curly_apostrophes() -> None:
    draft = "<html><body><h1>Pier</h1><p>Crews <b>could of</b> closed it in the 1970’s.</p></body></html>"
    report = check_article(read_article(draft, path="draft.html"), plan())  # type: ignore[arg-type]
    assert [draft[v.start : v.end] for v in report.violations] == ["could of", "1970’s", "70’s"]


def test_markup_parts_words() -> None:
    draft = "<p>It stands irregardless&nbsp;of it,<br>fellow<br>colleagues wrote: <i>rip</i>&nbsp;in <b>pea</b>ce.</p>"
    report = check_article(read_article(draft, path="draft.html"), plan())  # type: ignore[arg-type]
    assert [draft[v.start : v.end] for v in report.violations] == ["irregardless", "fellow<br>colleagues"]


def test_half_words_are_let_be() -> None:
    # Where one of its phrases stands as a word, proselint also finds it inside longer ones.
    text = "A shew was on. The cashews were shewn to the todo list."
    assert "cashews" in text
    assert len([1 for path, *_ in said_by_proselint(text) if path == "archaism"]) == 3
    assert [v.start for v in said(text, ("proselint-archaism",))] == [2]


@pytest.mark.parametrize("run", ["1" * 300_000, "é1" * 150_000, "_" * 300_000])
def test_what_is_no_word_holds_nobody_up(run: str) -> None:
    # proselint's search for repetitions would look at every part of it.
    found = check_article(read_article(f"<p>It is very {run} old.</p>", path="a.html"), plan()).violations  # type: ignore[arg-type]
    assert [v.rule for v in found] == ["proselint-weasel-words-very"]


def test_what_our_own_rules_flag_is_not_said_twice() -> None:
    text = "Lee was at the end of the day in close proximity to the pier, irregardless."
    both = copydesk.check_text(text, select=["usage-cliche", "usage-redundant", "proselint"]).violations
    alone = copydesk.check_text(text, select=["proselint"]).violations
    assert {v.rule for v in both if v.family == "usage"} == {"usage-cliche", "usage-redundant"}
    assert [text[v.start : v.end] for v in both if v.family == "proselint"] == ["irregardless"]
    assert {text[v.start : v.end] for v in alone} >= {"at the end of the day", "close proximity", "irregardless"}


def test_the_same_words_are_said_once() -> None:
    text = "A permit is absolutely essential in Midtown."
    assert len([1 for _, words, _ in said_by_proselint(text) if words == "absolutely essential"]) == 2
    assert len(said(text)) == 1


def test_words_that_the_newsroom_accepts_are_let_be(tmp_path: object) -> None:
    from copydesk.checking.vocabulary import Word

    article = read_article("The adaptor and the imposter are here.")
    selection = Selection(("proselint-spelling-er-or",))
    own = build_plan(REGISTRY, selection, words=(Word("adaptor", "accepted"),))
    assert [article.text[v.start : v.end] for v in check_article(article, own).violations] == ["imposter"]


def test_what_a_newsroom_keeps_is_let_be() -> None:
    text = "Methinks the divers, nigh to shore, keep a todo list. Divers TODO it. Lee squelched it; they squelch it."
    selection = Selection(("proselint-archaism", "proselint-annotations-misc", "proselint-nonwords"))

    def found(**keep: tuple[str, ...]) -> list[str]:
        options = {f"proselint-{name.replace('_', '-')}": {"keep": words} for name, words in keep.items()}
        report = check_article(read_article(text), build_plan(REGISTRY, selection, options=options))
        return [text[v.start : v.end] for v in report.violations]

    assert found() == ["Methinks", "divers", "nigh", "Divers", "TODO"]
    assert found(archaism=("divers", "nigh")) == ["Methinks", "TODO"]
    assert found(annotations_misc=(), nonwords=()) == [
        "Methinks",
        "divers",
        "nigh",
        "todo",
        "Divers",
        "TODO",
        "squelch",
    ]


def test_a_rule_for_every_check_and_none_besides() -> None:
    family = [rule.id for rule in REGISTRY.rules.values() if rule.family == "proselint"]
    assert sorted(family) == sorted(IDS)
    assert {rule.pack for rule in REGISTRY.rules.values() if rule.family == "proselint"} == {"proselint"}


def test_the_family_is_selected_whole_but_for_word_lists() -> None:
    named = build_plan(REGISTRY, Selection(None, ("proselint",))).bound
    assert sorted(rule_id for rule_id in IDS if rule_id not in named) == sorted(WHOLE_ID_ONLY)
    usual = build_plan(REGISTRY).bound
    assert 30 < sum(rule_id in usual for rule_id in IDS) < len(IDS) / 2
    assert "proselint-weasel-words-very" not in usual
    assert "proselint-restricted-top1000" in build_plan(REGISTRY, Selection(("proselint-restricted-top1000",))).bound
    none = build_plan(REGISTRY, Selection(None, ("proselint",), ("proselint",))).bound
    assert not any(rule_id in none for rule_id in IDS)


def test_a_fix_is_offered_where_proselint_has_a_word_to_put_there() -> None:
    fixing = {id_of(path) for path, row in ((c.path, c.check_type) for c in __register__) if _has_words(row)}
    fixing |= {id_of(path) for path in ("misc.waxed", "terms.venery")}
    fixing -= {"proselint-typography-punctuation-spacing"}
    assert {rule.id for rule in rules() if rule.fix != "none"} == fixing
    for path, text in FOUND:
        for violation in said(text, (id_of(path),)):
            if violation.fix is not None:
                assert violation.rule in fixing
                assert violation.fix.safety == "unsafe"
                assert not set(violation.fix.edits[0].text) & set("\\/[]")


def _has_words(check_type: object) -> bool:
    return isinstance(getattr(check_type, "items", None), dict) or hasattr(check_type, "term_pairs")


def test_no_message_shows_the_insides_of_a_pattern() -> None:
    texts = [text for _, text in FOUND] + ["A U.S. led campaign began at 9 p.m. at night; J.J. Reddick left."]
    messages = [v.message for text in texts for v in said(text)]
    assert "Hyphenate 'U.S. led campaign', a phrasal adjective, as 'U.S.-led campaign'." in messages
    assert [m for m in messages if "None" in m or "\\." in m] == []


def test_documentation_names_rules_that_exist() -> None:
    families = {rule.family for rule in REGISTRY.rules.values()}
    for rule in rules():
        named = [word.strip(".,;") for word in rule.doc.split() if word.strip(".,;").partition("-")[0] in families]
        assert [w for w in named if "-" in w and w not in REGISTRY.rules] == [], rule.id
