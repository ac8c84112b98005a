"""The command line: ``kg build``, ``query``, ``export``, ``analyse``, ``plot``, ``search``, ``show``, ``stats``, ``validate``, ``evaluate``, ``serve``.

Comes in: words typed in a shell.  Goes out: answers on standard output, one clear line on standard error, an exit code:
0 all is well, 1 something was not read or does not hold, 2 wrong use.  The one idea: commands translate, they do not
decide; what is costly to import is imported by the command that needs it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from api import analysing, exporting, searching
from api.options import DEFAULT_STORE, Store, examples
from api.plain import put_out
from kg.errors import KgError, NotFound, QueryError

app = typer.Typer(
    help="Published meeting minutes in, a knowledge graph out: every fact points at its words.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)


@app.command(
    epilog=examples(
        "kg build minutes/",
        "kg build notes/*.docx letter.pdf --jobs 4",
        "cat note.txt | kg build -",
        "kg build minutes/ --extend our-bodies.ttl --unmapped",
    )
)
def build(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH…", help="Files, folders, globs, or - for standard input.")
    ],
    store: Store = DEFAULT_STORE,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="How many documents to read at the same time.")] = 1,
    extend: Annotated[
        list[Path] | None, typer.Option("--extend", metavar="FILE", help="Turtle with names and words of your own.")
    ] = None,
    unmapped: Annotated[bool, typer.Option("--unmapped", help="List the sentences that gave nothing.")] = False,
) -> None:
    """Read minutes into the graph.  Exit 1 where a document could not be read."""
    from api.terminal import progress_bar, show_report
    from kg.pipeline import build as build_graph
    from kg.ready import begin
    from kg.store import open_store

    def load() -> None:
        from kg.reading import prepare

        prepare()

    begin(store, meanwhile=load)
    with open_store(store) as graph, progress_bar() as progress:
        report = build_graph(paths, graph, jobs=jobs, progress=progress, extend=extend or ())
    show_report(report, unmapped=unmapped)
    raise typer.Exit(0 if report.complete else 1)


@app.command(
    epilog=examples(
        "kg query --list",
        "kg query commitments --param body=CPS",
        "kg query overdue -p on=2018-01-01 -f csv",
        'kg query "SELECT ?m { ?m a ikg:Meeting }"',
        "kg query my-question.rq --format json",
    )
)
def query(
    question: Annotated[str | None, typer.Argument(metavar="FILE|TEXT|NAME|-", help="What to ask.")] = None,
    store: Store = DEFAULT_STORE,
    param: Annotated[
        list[str] | None, typer.Option("--param", "-p", metavar="K=V", help="A parameter of the question.")
    ] = None,
    form: Annotated[str, typer.Option("--format", "-f", help="table, csv, tsv, json, xml or turtle.")] = "table",
    listing: Annotated[
        bool, typer.Option("--list", "-l", help="List the named questions and their parameters.")
    ] = False,
) -> None:
    """Ask the graph: a named question, a file or a text of SPARQL."""
    from api import terminal
    from kg import questions
    from kg.answers import FORMATS
    from kg.store import open_store

    if listing:
        terminal.show_questions(questions.questions())
        return
    if question is None:
        raise QueryError("(none)", "name a question, a file or a text; kg query --list shows the named ones")
    if form not in FORMATS:
        raise NotFound("format", form, FORMATS)
    with open_store(store, read_only=True) as graph:
        asked = _question(question)
        answer = questions.ask(graph, asked, **_pairs(param or []))
        if form == "table":
            terminal.show_answer(answer, terminal.LINKS if asked in questions.questions() else ())
        else:
            put_out(answer.write(form))


app.command(epilog=exporting.EXAMPLES)(exporting.export)


app.command(epilog=analysing.EXAMPLES)(analysing.analyse)
app.command(epilog=analysing.PLOT_EXAMPLES)(analysing.plot)


app.command(epilog=searching.EXAMPLES)(searching.search)


@app.command(epilog=examples("kg show HMCPSI", 'kg show "Victims\' Commissioner"', "kg show data:topic/hate-crime"))
def show(
    name: Annotated[str, typer.Argument(metavar="NAME-OR-IRI", help="A name, an acronym, a prefixed name or an IRI.")],
    store: Store = DEFAULT_STORE,
    why: Annotated[
        bool, typer.Option("--why", help="Also the rule behind each fact, and each entity's reason.")
    ] = False,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many facts that name it to show.")] = 200,
) -> None:
    """Show a thing with what is told of it and the words that tell it."""
    from api.terminal import show_profile
    from kg.profiles import find, profile
    from kg.store import open_store

    with open_store(store, read_only=True) as graph:
        for iri in find(graph, name):
            show_profile(profile(graph, iri, limit=limit), why=why)


@app.command(epilog=examples("kg stats", "kg stats --store /tmp/graph"))
def stats(store: Store = DEFAULT_STORE) -> None:
    """Count what is in the graph, by kind."""
    from api.terminal import show_answer
    from kg.questions import ask
    from kg.store import open_store

    with open_store(store, read_only=True) as graph:
        show_answer(ask(graph, "what-is-in-the-graph"))


@app.command(epilog=examples("kg validate", "kg validate --store /tmp/graph"))
def validate(store: Store = DEFAULT_STORE) -> None:
    """Check the graph against the ontology's shapes.  Exit 1 where something breaks one."""
    from api.terminal import show_breaches
    from kg.shapes import breaches
    from kg.store import open_store

    with open_store(store, read_only=True) as graph:
        found = breaches(graph)
    show_breaches(found)
    raise typer.Exit(1 if found else 0)


@app.command(epilog=examples("kg evaluate gold/", "kg evaluate gold/ --errors 20 --min-f1 0.8"))
def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="A folder with NAME.txt and NAME.gold.json.")],
    store: Store = DEFAULT_STORE,
    errors: Annotated[int, typer.Option("--errors", "-e", min=0, help="How many differences to print.")] = 0,
    min_f1: Annotated[float, typer.Option("--min-f1", help="Exit 1 where the mean F1 is below this.")] = 0.0,
) -> None:
    """Measure the graph against what careful readers found.  Exit 1 where a quote is not verbatim, or F1 too low."""
    from api.terminal import show_scores
    from kg.evaluate import evaluate as measure
    from kg.store import open_store

    with open_store(store, read_only=True) as graph:
        scores = measure(graph, gold)
    show_scores(scores, errors)
    raise typer.Exit(0 if scores.verbatim and scores.mean_f1 >= min_f1 else 1)


@app.command(epilog=examples("kg serve", "kg serve --port 8080 --store /srv/kg", "kg serve --show-settings"))
def serve(
    store: Annotated[
        str | None, typer.Option("--store", "-s", metavar="DIR", help="The folder of the graph; else KG_STORE, or .kg")
    ] = None,
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen at.")] = 8000,
    show_settings: Annotated[
        bool, typer.Option("--show-settings", help="Show every setting with its value, and serve nothing.")
    ] = False,
) -> None:
    """Serve the graph over HTTP: pages, SPARQL, an API.  Settings come from options, KG_… variables and kg.toml."""
    from api.settings import load

    settings = load(store=store)
    if show_settings:
        from api.terminal import show_settings as show

        show(settings)
        return
    from api.snapshots import Snapshots
    from api.workers.forking import Template

    snapshots, template = Snapshots(settings.store), Template.start()
    if not settings.scratch:
        snapshots.begin()  # the graph is read while that which serves it is loaded
    import uvicorn

    from api.app import create_app
    from api.frame import set_up_logs
    from api.straight import Http

    set_up_logs(settings)
    uvicorn.run(
        create_app(settings, snapshots, template), host=host, port=port, log_config=None, access_log=False, server_header=False,
        log_level=settings.log_level, http=Http,
    )  # fmt: skip


def _question(given: str) -> str:
    """A named question stays its name; a file or ``-`` gives its text."""
    if given == "-":
        return sys.stdin.read()
    path = Path(given)
    with suppress(OSError):  # a long query text is no path
        if path.is_file():
            return path.read_text(encoding="utf-8")
    if path.suffix in {".rq", ".sparql"}:
        raise NotFound("file", given)
    return given


def _pairs(params: Sequence[str]) -> dict[str, str]:
    pairs = {}
    for param in params:
        name, equals, value = param.partition("=")
        if not equals:
            raise QueryError("--param", f"{param!r} should read name=value")
        pairs[name] = value
    return pairs


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command; an error of the house is one line on standard error and its exit code."""
    from api.errors import meaning

    try:
        app(args=arguments)
    except KgError as fault:
        sys.stderr.write(f"kg: {fault}\n")
        sys.exit(meaning(fault).exit_code)
    except BrokenPipeError:  # the reader of our output has seen enough
        sys.stderr.close()
        sys.exit(0)
