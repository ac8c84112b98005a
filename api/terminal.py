"""How answers, reports and things look in a terminal.

Comes in: values of the house.  Goes out: lines on standard output.  The one idea: a table wraps its words to the
width of the terminal; into a pipe it is as wide as its words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from kg.answers import Answer, shown
from kg.store.syntaxes import short

if TYPE_CHECKING:
    from api.settings import Settings
    from kg.evaluate import Scores
    from kg.exports import Format
    from kg.graphs import Projection
    from kg.index.answers import Hit, Page
    from kg.pipeline import Progress, Report
    from kg.profiles import Profile
    from kg.questions import Question
    from kg.shapes import Breach


LINKS = ("minutes", "quote")  # columns of named questions that lead a program to the words; people see the words


def console() -> Console:
    """Standard output; into a pipe, wide enough that nothing is cut."""
    out = Console(highlight=False)
    return out if out.is_terminal else Console(highlight=False, width=200)


def show_answer(answer: Answer, without: Collection[str] = ()) -> None:
    """The rows as a table, but for some columns, and how many they are."""
    kept = [place for place, name in enumerate(answer.variables) if name not in without]
    rows = [[shown(row[place]) for place in kept] for row in answer.rows]
    table = Table(header_style="bold", show_lines=any(len(cell) > 60 for row in rows for cell in row))
    for place in kept:
        table.add_column(answer.variables[place])
    for row in rows:
        table.add_row(*map(escape, row))
    out = console()
    out.print(table)
    out.print(f"{len(answer)} row{'' if len(answer) == 1 else 's'}")


def show_exports(projections: Iterable[Projection], formats: Iterable[Format], syntaxes: Iterable[str]) -> None:
    """The networks in plain words, and the formats with what each is good for."""
    out = console()
    for projection in projections:
        out.print(f"[bold]{escape(projection.name)}[/bold]  {escape(projection.title)}", soft_wrap=True)
        for line in projection.words.splitlines():
            out.print(f"    {escape(line)}", soft_wrap=True)
    table = Table("format", "good for", "file", header_style="bold")
    for form in formats:
        table.add_row(form.name, escape(form.words), form.suffix)
    out.print(table)
    out.print(f"The whole graph (no PROJECTION): {', '.join(syntaxes)}.")


def show_report(report: Report, *, unmapped: bool = False) -> None:
    """What a build did: counts as a table, then what was not read, a line each."""
    table = Table("", "read", title=None, header_style="bold")
    table.columns[1].justify = "right"
    table.add_row("documents", str(report.documents))
    for kind, count in report.facts.items():
        table.add_row(kind, str(count))
    share = f" ({report.mapped / report.sentences:.0%})" if report.sentences else ""
    table.add_row("sentences understood", f"{report.mapped} of {report.sentences}{share}")
    table.add_row("derived facts", str(report.derived))
    table.add_row("failures", str(len(report.failures)))
    out = console()
    out.print(table)
    for other in report.other_formats:
        out.print(
            f"[dim]another format[/dim] {escape(other.source)}: the same note as {escape(other.read)}, which was read",
            soft_wrap=True,
        )
    if unmapped:
        for source, sentence in report.unmapped:
            out.print(f"[yellow]not understood[/yellow] {escape(source)}: {escape(shown(sentence))}", soft_wrap=True)
    for failure in report.failures:
        out.print(f"[red]not read[/red] {escape(failure.source)}: {escape(failure.reason)}", soft_wrap=True)


def show_profile(profile: Profile, *, why: bool = False) -> None:
    """A thing with its names, what is told of it and the facts that name it, each with its words."""
    out = console()
    out.print(f"[bold]{escape(profile.label)}[/bold]\n{escape(profile.iri)}", soft_wrap=True)
    if profile.names:
        out.print(f"also called: {escape('; '.join(profile.names))}", soft_wrap=True)
    for told in profile.told:
        label = f"{told.label}  [dim]{escape(short(told.value))}[/dim]" if told.label else escape(short(told.value))
        out.print(f"  {told.property}  {label}", soft_wrap=True)
    for reason in profile.reasons if why else ():
        out.print(f"  because: {escape(reason)}", soft_wrap=True)
    for words, source in profile.quotes:
        out.print(f"  “{escape(shown(words))}”  [dim]{escape(source)}[/dim]", soft_wrap=True)
    if profile.mentions:
        out.print("\n[bold]named in[/bold]")
    for mention in profile.mentions:
        out.print(
            f"  {mention.kind or 'thing'} ({mention.property})  {escape(mention.label or short(mention.fact))}",
            soft_wrap=True,
        )
        if why and mention.rule:
            out.print(f"    by the rule {escape(mention.rule)}", soft_wrap=True)
        if mention.words:
            out.print(f"    “{escape(shown(mention.words))}”  [dim]{escape(mention.source)}[/dim]", soft_wrap=True)
    if profile.more:
        out.print(f"[dim]and {profile.more} more; --limit shows them[/dim]")


def show_hits(found: Page[Hit]) -> None:
    """What a search found, the best first, with the found words marked, and how many there are in all."""
    out = console()
    for hit in found.items:
        about = "  ".join(part for part in (hit.fact.day if hit.fact else None, short(hit.iri)) if part)
        same = hit.words == hit.title
        title = _marked(hit) if same else escape(shown(hit.title))
        out.print(f"[bold]{hit.what}[/bold]  {title}  [dim]{escape(about)}[/dim]", soft_wrap=True)
        if not same:
            out.print(f"    {_marked(hit)}", soft_wrap=True)
    shown_of = f" (the first {len(found.items)}; --limit shows more)" if len(found.items) < found.total else ""
    out.print(f"{found.total} hit{'' if found.total == 1 else 's'}{shown_of}")


def _marked(hit: Hit) -> str:
    """The words of a hit, those that were looked for in another colour."""
    return "".join(
        f"[bold yellow]{escape(text)}[/bold yellow]" if is_found else escape(text) for text, is_found in hit.parts
    )


def show_questions(questions: Mapping[str, Question]) -> None:
    """The named questions with their parameters."""
    out = console()
    for question in questions.values():
        out.print(f"[bold]{question.name}[/bold]  {escape(question.words)}", soft_wrap=True)
        for parameter in question.parameters:
            default = "needed" if parameter.default is None else f"else {parameter.default}"
            out.print(
                f"    {parameter.name} ({parameter.type}, {default}): {escape(parameter.meaning)}", soft_wrap=True
            )


def show_breaches(breaches: Sequence[Breach]) -> None:
    """Each breach of a shape on a line with its focus node."""
    out = console()
    for breach in breaches:
        value = f" ({short(breach.value)})" if breach.value else ""
        out.print(
            f"[red]breach[/red] {short(breach.focus)} {short(breach.path)}: {escape(breach.message + value)}",
            soft_wrap=True,
        )
    out.print("every shape holds" if not breaches else f"{len(breaches)} breach{'' if len(breaches) == 1 else 'es'}")


def show_scores(scores: Scores, errors: int) -> None:
    """Precision, recall and F1 by layer, the mean, and some of the differences."""
    table = Table("layer", "P", "R", "F1", "gold", header_style="bold")
    for layer in scores.layers:
        table.add_row(
            layer.name, *(f"{value:.3f}" for value in (layer.precision, layer.recall, layer.f1)), str(layer.gold)
        )
    out = console()
    out.print(table)
    out.print(
        f"mean F1 {scores.mean_f1:.3f} over {len(scores.layers)} layers, {scores.documents} documents "
        f"({scores.missing} missing); verbatim quotes {scores.quotes_verbatim}/{scores.quotes}",
        soft_wrap=True,
    )
    for line in scores.differences[:errors]:
        out.print(escape(line), soft_wrap=True)


def show_settings(settings: Settings) -> None:
    """Each setting with its variable, value, default and meaning; the value is bold where it was set."""
    from api.settings import shown as shown_settings  # pydantic is slow to load

    table = Table("variable", "value", "default", "meaning", header_style="bold")
    for one in shown_settings(settings):
        value = escape(one.value)
        table.add_row(
            one.variable, f"[bold]{value}[/bold]" if one.value != one.default else value, *map(escape, one[2:])
        )
    console().print(table)


@contextmanager
def progress_bar() -> Iterator[Progress | None]:
    """A progress bar on standard error, where that is a terminal."""
    err = Console(stderr=True)
    if not err.is_terminal:
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    with Bar(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), console=err, transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def advance(done: int, total: int, source: str) -> None:
            bar.update(task, completed=done, total=total, description=source[-40:])

        yield advance
