"""What copydesk, proselint and textstat say of the same copy, in one run.

    python benchmarks/compare.py [--draft FILE] [--articles FOLDER] [--count N] [--json]

Sentences of the draft, as each splits it; syllables by running words of the articles, against the CMU dictionary (our
rules, and the hyphenation that textstat has without that dictionary); and findings: how many each reports, how many of
proselint's stand in quotation marks or in markup, and how many are reported by copydesk too. Without FILE and FOLDER
it takes the example newsroom's. Which of them are true nobody counts but a reader: `--show` prints them.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from pathlib import Path
from typing import Any

from run import NEWSROOM
from syllables import held_out, load_dictionary, running_words

import copydesk
from copydesk.language.readability import measure_readability
from copydesk.language.syllables import syllables
from copydesk.running.second_opinion import second_opinion


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--draft", type=Path, default=NEWSROOM / "drafts" / "harbor-bridge.md")
    parser.add_argument("--articles", type=Path, default=NEWSROOM)
    parser.add_argument("--count", type=int, default=100, help="articles that findings are counted in")
    parser.add_argument("--show", action="store_true", help="print proselint's findings, and ours on the draft")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    texts = [
        path.read_text(encoding="utf-8", errors="replace")
        for path in sorted(given.articles.rglob("*"))
        if path.suffix in (".md", ".txt")
    ]
    step = max(len(texts) // given.count, 1)
    figures = {
        "sentences": sentences(given.draft),
        "syllables": spoken(given.articles),
        "draft": findings([given.draft.read_text(encoding="utf-8")], given.show),
        "articles": findings(texts[::step][: given.count], given.show),
    }
    print(json.dumps(figures, indent=2) if given.json else table(figures))


def sentences(draft: Path) -> dict[str, int]:
    """How many sentences the draft's story has, by each."""
    article = copydesk.read_article(draft.read_text(encoding="utf-8"), path=str(draft))
    loads = measure_readability(article).loads
    story = "\n\n".join(
        article.prose[zone.start : zone.end] for zone in article.zones if zone.kind.value in ("lead", "body", "list")
    )
    return {"copydesk": len(loads), "textstat": second_opinion(story).sentences}


def spoken(articles: Path) -> dict[str, float]:
    """The share of running words with as many syllables as the dictionary says, on words that we did not tune on."""
    dictionary = load_dictionary()
    if dictionary is None:
        return {}
    import pyphen

    hyphens = pyphen.Pyphen(lang="en_US")
    right: Counter[str] = Counter()
    words = 0
    for word, times in running_words(articles).items():
        counts = dictionary.get(word.lower())
        if counts is None or not held_out(word):
            continue
        words += times
        right["copydesk"] += times * (syllables(word) in counts)
        right["hyphenation"] += times * (len(hyphens.positions(word.lower())) + 1 in counts)
    return {name: round(100 * count / words, 2) for name, count in right.items()} if words else {}


def findings(texts: list[str], show: bool) -> dict[str, Any]:
    """How many findings each has in some texts, where proselint's stand, and the CPU milliseconds a text."""
    from proselint.checks import __register__ as checks
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    CheckRegistry().register_many(checks)
    count: Counter[str] = Counter()
    spent: Counter[str] = Counter()
    for text in texts[:10]:  # neither pays for what is made once a process
        copydesk.check_text(text)
        LintFile(Path("draft.md"), text).lint()
    for text in texts:
        began = time.process_time()
        report = copydesk.check_text(text)
        spent["copydesk"] += time.process_time() - began
        began = time.process_time()
        theirs = LintFile(Path("draft.md"), text).lint()
        spent["proselint"] += time.process_time() - began
        article = copydesk.read_article(text)
        count.update(f"copydesk {violation.severity}s" for violation in report.violations)
        for found in theirs:
            start, end = max(found.check_result.span[0] - 1, 0), max(found.check_result.span[1] - 1, 1)
            ours = any(v.start < end and start < v.end for v in report.violations)
            place = article.prose[start:end].strip("\u2060\ufffc \n")
            where = (
                "in quotation marks" if article.is_quoted(start, end)
                else "in markup, code or metadata" if not place or end <= article.front_matter.end
                else "reported by copydesk too" if ours else "of its own"
            )  # fmt: skip
            count[f"proselint {where}"] += 1
            if show:
                print("proselint", where, repr(text[start:end]), found.check_result.message)
        if show and len(texts) == 1:
            for violation in report.violations:
                print("copydesk", violation.rule, repr(text[violation.start : violation.end]), violation.message)
    times = {f"{name} ms a text": round(1000 * total / max(len(texts), 1), 2) for name, total in spent.items()}
    return {"texts": len(texts), **dict(sorted(count.items())), **times}


def table(figures: dict[str, Any]) -> str:
    """The figures for people."""
    lines = []
    for name, part in figures.items():
        lines += [name, *(f"  {what:44} {value:>10}" for what, value in part.items()), ""]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
