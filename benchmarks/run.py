"""Speed, measured side by side with proselint in one run.

    python benchmarks/run.py [--draft FILE] [--articles FOLDER] [--repeat N] [--json]

Four measurements, all in CPU seconds (user and system) so that a busy machine disturbs little: the whole command on
one draft, start-up included; one 600-word article in a warm process, and what each family of rules has of that; a
folder of articles on one core and on two (there, wall-clock time beside it). Without FILE and FOLDER it makes its own
articles out of the example newsroom's sentences; give real ones for figures that mean something.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
NEWSROOM = HERE.parent / "examples" / "newsroom" / "articles"
BIN = Path(sys.executable).parent
#: Compiled modules are kept, as on every machine where nobody forbids it.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--draft", type=Path, help="one article; default: one of the example newsroom's")
    parser.add_argument("--articles", type=Path, help="a folder of articles; default: 400 made-up ones")
    parser.add_argument("--repeat", type=int, default=15)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        draft = given.draft or NEWSROOM / "drafts" / "harbor-bridge.md"
        articles = given.articles or made_up(Path(scratch) / "articles", 400)
        figures = {
            "cold": cold(draft, given.repeat),
            "warm": warm(articles),
            "families": families(articles),
            "folder": folder(articles),
        }
    print(json.dumps(figures, indent=2) if given.json else table(figures))


def cold(draft: Path, repeat: int) -> dict[str, float]:
    """Milliseconds of CPU of one whole command on one file, the median of `repeat` runs, taken in turn."""
    commands = {
        "copydesk check": [BIN / "copydesk", "check", "--exit-zero", draft],
        "proselint check": [BIN / "proselint", "check", draft],
        "python -c pass": [sys.executable, "-c", "pass"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for command in commands.values():
        children_cpu(command)
    for _ in range(repeat):
        for name, command in commands.items():
            times[name].append(children_cpu(command)[0])
    return {name: round(statistics.median(taken) * 1000, 1) for name, taken in times.items()}


def warm(articles: Path) -> dict[str, float]:
    """Milliseconds of CPU a 600-word article in a process that has checked others before."""
    from proselint.checks import __register__ as checks
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    import copydesk

    CheckRegistry().register_many(checks)
    near = typical(articles)
    words = sum(len(text.split()) for text in near)
    ours = process_cpu(lambda text: copydesk.check_text(text), near)
    theirs = process_cpu(lambda text: LintFile(Path("draft.md"), text).lint(), near)
    return {"copydesk": round(ours / words * 600e3, 2), "proselint": round(theirs / words * 600e3, 2)}


def families(articles: Path) -> dict[str, float]:
    """Milliseconds a 600-word article that each family of rules takes, whatever it is the first to ask for included."""
    from copydesk.api import check_article_with, read_article
    from copydesk.config.load import settings_of

    near, spent, settings = typical(articles), dict[str, float](), settings_of()
    for text in near[:20]:
        check_article_with(settings, read_article(text))
    for text in near:
        check_article_with(settings, read_article(text), timings=spent)
    words = sum(len(text.split()) for text in near)
    found: dict[str, float] = {}
    for rule, seconds in spent.items():
        family = rule.partition("-")[0]
        found[family] = found.get(family, 0.0) + seconds / words * 600e3
    return {family: round(found[family], 3) for family in sorted(found, key=lambda name: -found[name])}


def typical(articles: Path) -> list[str]:
    """Up to 120 articles of about 600 words."""
    texts = [
        path.read_text(encoding="utf-8", errors="replace") for path in sorted(articles.iterdir()) if path.is_file()
    ]
    return [text for text in texts if 450 <= len(text.split()) <= 750][:120] or texts[:120]


def folder(articles: Path) -> dict[str, dict[str, float]]:
    """Seconds of CPU and of the clock for all articles."""
    commands: dict[str, list[Any]] = {
        "copydesk check --jobs 1": [
            BIN / "copydesk",
            "check",
            "--exit-zero",
            "--format",
            "json",
            "--jobs",
            "1",
            articles,
        ],
        "copydesk check --jobs 2": [
            BIN / "copydesk",
            "check",
            "--exit-zero",
            "--format",
            "json",
            "--jobs",
            "2",
            articles,
        ],
        "proselint check": [BIN / "proselint", "check", "--output-format", "json", articles],
    }
    figures: dict[str, dict[str, float]] = {
        "articles": {"count": sum(1 for p in articles.iterdir() if p.suffix in (".md", ".txt", ".html"))}
    }
    for name, command in commands.items():
        cpu, wall = children_cpu(command)
        figures[name] = {"cpu_s": round(cpu, 2), "wall_s": round(wall, 2)}
    return figures


def children_cpu(command: Iterable[Any]) -> tuple[float, float]:
    """CPU and wall-clock seconds of a command and all its children."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    quiet = subprocess.DEVNULL
    subprocess.run([str(part) for part in command], env=ENVIRONMENT, stdout=quiet, stderr=quiet, check=False)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


def process_cpu(check: Callable[[str], object], texts: list[str]) -> float:
    """CPU seconds of checking all texts once, after a first round that warms everything up."""
    for text in texts[:20]:
        check(text)
    began = time.process_time()
    for text in texts:
        check(text)
    return time.process_time() - began


def made_up(target: Path, count: int) -> Path:
    """A folder of articles of some 600 words, shuffled out of the example newsroom's paragraphs."""
    target.mkdir(parents=True)
    paragraphs = [
        block
        for path in sorted(NEWSROOM.rglob("*.*"))
        for block in path.read_text(encoding="utf-8").split("\n\n")
        if len(block.split()) > 8 and not block.startswith(("---", "By ", "BY "))
    ]
    dice = random.Random(1)
    for number in range(count):
        body: list[str] = []
        while sum(len(block.split()) for block in body) < 600:
            body.append(dice.choice(paragraphs))
        text = "Council hears plan for the harbor\n\nBy Ana Ruiz\n\n" + "\n\n".join(body) + "\n"
        target.joinpath(f"story-{number:04}.md").write_text(text, encoding="utf-8")
    return target


def table(figures: dict[str, Any]) -> str:
    """The figures for people."""
    lines = [
        f"{os.cpu_count()} cores, Python {sys.version.split()[0]}",
        "",
        "One draft, whole command (ms of CPU, median)",
    ]
    lines += [f"  {name:26} {value:8.1f}" for name, value in figures["cold"].items()]
    lines += ["", "600 words in a warm process (ms of CPU)"]
    lines += [f"  {name:26} {value:8.2f}" for name, value in figures["warm"].items()]
    lines += ["", "of it, by family of rules"]
    lines += [f"  {name:26} {value:8.3f}" for name, value in figures["families"].items()]
    lines += ["", f"{figures['folder'].pop('articles')['count']:,} articles (seconds)"]
    lines += [f"  {name:26} {v['cpu_s']:8.2f} CPU {v['wall_s']:8.2f} clock" for name, v in figures["folder"].items()]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
