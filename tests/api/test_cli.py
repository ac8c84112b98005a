"""The command line, command by command."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from api.cli import main
from kg import pipeline
from kg.pipeline import Failure, OtherFormat, Report
from kg.store import open_store
from kg.terms import minutes_iri
from kg.triples import tell
from tests import sample


@pytest.fixture
def place(tmp_path) -> str:
    with open_store(tmp_path / "kg") as store:
        store.replace({minutes_iri("2017-03-14-harbours"): tell(sample.reading())})
    return str(tmp_path / "kg")


@pytest.fixture
def run(capsys):
    def run(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        out, err = capsys.readouterr()
        return int(ended.value.code or 0), out, err

    return run


@pytest.mark.parametrize(
    "command",
    ["build", "query", "export", "analyse", "plot", "search", "show", "stats", "validate", "evaluate", "serve"],
)
def test_each_command_has_help_with_examples(run, command):
    code, out, _ = run(command, "--help")
    assert code == 0
    assert "Examples" in out
    assert f"kg {command}" in out


def test_an_unknown_command_is_wrong_use(run):
    assert run("bild")[0] == 2


def test_build_ends_with_a_table_and_names_what_was_not_read(run, tmp_path, monkeypatch):
    report = Report(documents=2, sentences=10, mapped=8, derived=3)
    report.facts.update(statements=4)
    report.failures.append(Failure("bad[1].pdf", "is no PDF"))
    report.other_formats.append(OtherFormat("a.docx", "a.txt"))
    monkeypatch.setattr(pipeline, "build", lambda *_, **__: report)
    code, out, err = run("build", "x", "--store", str(tmp_path / "kg"))
    assert (code, err) == (1, "")
    assert re.search(r"documents\W+2\b", out)
    assert re.search(r"statements\W+4\b", out)
    assert re.search(r"sentences understood\W+8 of 10 \(80%\)", out)
    assert "not read bad[1].pdf: is no PDF" in out
    assert "another format a.docx: the same note as a.txt, which was read" in out


def test_build_without_failures_ends_well(run, tmp_path, monkeypatch):
    monkeypatch.setattr(pipeline, "build", lambda *_, **__: Report(documents=1))
    assert run("build", "x", "--store", str(tmp_path / "kg"))[0] == 0


def test_an_interrupted_build_ends_as_an_interrupted_program_does(run, monkeypatch):
    def interrupted(*_: object, **__: object) -> Report:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "build", interrupted)
    assert run("build", "a.txt", "--store", "memory:")[0] == 130


def test_a_build_into_a_pipe_loads_nothing_that_it_does_not_need(tmp_path):
    (tmp_path / "note.txt").write_text("Present: Ann Smith, Chair.\n", encoding="utf-8")
    code = (
        "import atexit, sys; heavy = 'rich.progress', 'rdflib', 'fastapi', 'networkx'\n"
        "atexit.register(lambda: print([name for name in heavy if name in sys.modules]))\n"
        "from api.cli import main; main(['build', sys.argv[1], '--store', sys.argv[2]])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "note.txt"), str(tmp_path / "kg")],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "│ documents            │" in ended.stdout
    assert ended.stdout.splitlines()[-1] == "[]"


def test_query_takes_a_name_with_parameters(run, place):
    code, out, _ = run("query", "commitments", "--param", "body=HI", "--format", "csv", "--store", place)
    assert code == 0
    assert out.splitlines()[1].startswith("Chief Inspector,send the report,")


def test_a_table_of_a_question_shows_the_words_and_csv_where_they_stand(run, place):
    _, table, _ = run("query", "commitments", "-s", place)
    assert "words" in table
    assert "quote" not in table
    _, rows, _ = run("query", "commitments", "-f", "csv", "-s", place)
    assert rows.splitlines()[0].endswith("words,source,minutes,quote")
    assert "quote" in run("query", "SELECT ?quote { ?quote a ikg:Quote }", "-s", place)[1]


def test_query_takes_a_text(run, place):
    text = "SELECT ?d { ?m a ikg:Meeting ; dcterms:date ?d }"
    assert run("query", text, "-f", "csv", "-s", place)[1].split() == ["d", "2017-03-14"]


def test_query_takes_a_file(run, place, tmp_path):
    (tmp_path / "q.rq").write_text("ASK { ?m a ikg:Meeting }")
    _, out, _ = run("query", str(tmp_path / "q.rq"), "-f", "json", "-s", place)
    assert json.loads(out)["boolean"] is True


def test_query_takes_standard_input(run, place, monkeypatch):
    monkeypatch.setattr(sys.stdin, "read", lambda: "SELECT (1 AS ?a) {}", raising=False)
    assert run("query", "-", "-f", "csv", "-s", place)[1].split() == ["a", "1"]


def test_query_gives_a_table_for_people(run, place):
    _, out, _ = run("query", "joint-inspections", "-s", place)
    assert "Dock Inspectorate" in out
    assert "1 row" in out


def test_query_lists_the_named_questions_without_a_store(run):
    code, out, _ = run("query", "--list")
    assert code == 0
    assert "overdue  What was due before a day and is not told as completed?" in out
    assert "on (date, needed): the day to look from" in out


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["query", "SELEC"], 2, "kg: query SELEC: error at 1:"),
        (["query", "overdue"], 2, "kg: query overdue: needs 'on' (date): the day to look from"),
        (["query", "overdue", "-p", "on"], 2, "kg: query --param: 'on' should read name=value"),
        (["query", "nope"], 2, "kg: no question 'nope'; known: agenda"),
        (["query", "nope.rq"], 2, "kg: no file 'nope.rq'"),
        (["query"], 2, "kg: query (none): name a question, a file or a text"),
        (["query", "agenda", "-f", "xls"], 2, "kg: no format 'xls'; known: table, csv"),
        (["export", "-f", "xls"], 2, "kg: no format 'xls'; known: nquads, trig, turtle, jsonl"),
        (["show", "Nobody"], 2, "kg: no thing 'Nobody'"),
    ],
)
def test_what_goes_wrong_is_one_clear_line(run, place, arguments, code, message):
    got, out, err = run(*arguments, "--store", place)
    assert (got, out) == (code, "")
    assert err.startswith(message)
    assert err.count("\n") == 1


def test_a_store_that_is_not_there_says_how_to_make_one(run, tmp_path):
    place = str(tmp_path / "none")
    code, _, err = run("stats", "--store", place)
    assert code == 2
    assert err == f"kg: store {place}: there is none yet; make it with: kg build PATH --store {place}\n"


def test_export_lists_projections_and_formats_in_plain_words(run):
    code, out, err = run("export", "--list")
    assert (code, err) == (0, "")
    assert "Who asked whom" in out
    assert "Direction: From who asked to who was asked." in out
    assert "gexf" in out
    assert "Gephi" in out


def test_export_writes_a_network_in_the_format_that_the_file_tells(run, place, tmp_path):
    target = tmp_path / "asks.json"
    assert run("export", "asks", "-o", str(target), "-s", place) == (0, "", "")
    assert [edge["kind"] for edge in json.loads(target.read_text())["edges"]] == ["asked"]


def test_export_takes_a_slice_of_time_and_kinds_and_weights(run, place, tmp_path):
    def edges(*options: str) -> int:
        target = tmp_path / "graph.json"
        assert run("export", "asks", "-o", str(target), "-s", place, *options) == (0, "", "")
        return len(json.loads(target.read_text())["edges"])

    assert edges("--from", "2017-03-14", "--to", "2017-03-14") == 1
    assert edges("--from", "2017-03-15") == 0
    assert edges("--types", "post,person") == 1
    assert edges("--types", "person") == 0
    assert edges("--min-weight", "2") == 0
    assert edges("--focus", "Commissioner", "--depth", "1") == 1


def test_export_without_a_format_names_those_that_there_are(run, place):
    code, out, err = run("export", "asks", "-s", place)
    assert (code, out) == (2, "")
    assert err.startswith("kg: --format: is needed; known: gexf, graphml")


def test_export_writes_sorted_quads_to_a_file(run, place, tmp_path):
    assert run("export", "-o", str(tmp_path / "g.nq"), "-s", place)[0] == 0
    assert (tmp_path / "g.nq").read_text().splitlines() == tell(sample.reading())


def test_show_gives_names_facts_and_words(run, place):
    _, out, _ = run("show", "HI", "-s", place)
    assert out.startswith(
        "Harbour Inspectorate\nhttps://w3id.org/inspectorate-kg/id/inspectorate/harbour-inspectorate\n"
    )
    assert "also called: HI" in out
    assert "ikg:Inspection (ikg:conductedBy)  joint inspection of pilots" in out
    assert "“HI and the Dock Inspectorate are carrying out a joint inspection of pilots.”" in out


def test_show_says_how_many_facts_it_leaves_out(run, place):
    _, out, _ = run("show", "HI", "-s", place, "--limit", "2")
    assert out.count("ikg:") >= 2
    assert re.search(r"and \d+ more; --limit shows them", out)
    assert "more; --limit" not in run("show", "HI", "-s", place)[1]


def test_search_ranks_and_marks_what_holds_the_words(run, place):
    code, out, err = run("search", "pilots", "-s", place)
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "name  pilots  https://w3id.org/inspectorate-kg/id/topic/pilots"
    assert "inspection  joint inspection of pilots  2017-03-14" in out
    assert re.search(r"^\d+ hits$", out.splitlines()[-1])


def test_search_takes_a_phrase_a_kind_and_a_limit(run, place):
    _, out, _ = run("search", '"joint inspection"', "--kind", "inspection", "-n", "1", "-s", place)
    assert out.splitlines()[-1] == "1 hit"
    _, out, _ = run("search", "pilots", "-n", "1", "-s", place)
    assert re.search(r"^\d+ hits \(the first 1; --limit shows more\)$", out.splitlines()[-1])
    assert run("search", "zeppelins", "-s", place) == (0, "0 hits\n", "")


def test_search_gives_rows_for_programs(run, place):
    _, out, _ = run("search", "report", "--kind", "commitment", "-f", "csv", "-s", place)
    header, row = out.splitlines()
    assert header == "rank,kind,title,day,words,iri,document,score"
    assert row.startswith("1,commitment,send the report,2017-03-14,")
    _, out, _ = run("search", "report", "--kind", "commitment", "-f", "json", "-s", place)
    found = json.loads(out)
    assert (found["figures"], found["sheets"]["hits"][0]["title"]) == ({"total": 1}, "send the report")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["pilots", "-f", "xls"], "kg: no format 'xls'"),
        (["pilots", "-k", "ship"], "kg: query kind: 'ship' is unknown"),
        (["???"], "kg: query q: '???' has no word to look for"),
    ],
)
def test_search_tells_what_is_wrong(run, place, words, told):
    code, out, err = run("search", *words, "-s", place)
    assert (code, out) == (2, "")
    assert err.startswith(told)


def test_stats_counts_by_kind(run, place):
    _, out, _ = run("stats", "-s", place)
    assert re.search(r"inspectorates\W+2\b", out)
    assert re.search(r"quotes\W+14\b", out)


def test_validate_prints_each_breach_with_its_node(run, place, tmp_path, monkeypatch):
    from kg import shapes

    breach = shapes.Breach(
        f"{minutes_iri('x')}/commitment/1", "https://w3id.org/inspectorate-kg/ontology#actor", "needs one", ""
    )
    monkeypatch.setattr(shapes, "breaches", lambda _: [breach])
    code, out, _ = run("validate", "-s", place)
    assert code == 1
    assert "/commitment/1 ikg:actor: needs one" in out
    monkeypatch.setattr(shapes, "breaches", lambda _: [])
    assert run("validate", "-s", place)[:2] == (0, "every shape holds\n")


def test_evaluate_prints_layers_and_fails_below_the_least(run, place, tmp_path):
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "2017-03-14-harbours.txt").write_text(sample.TEXT)
    gold = {"document": "2017-03-14-harbours.txt", "layers": ["meeting"], "meeting": {"date": "2017-03-14"}}
    (tmp_path / "gold" / "a.gold.json").write_text(json.dumps(gold))
    code, out, _ = run("evaluate", str(tmp_path / "gold"), "-s", place)
    assert code == 0
    assert "mean F1 1.000 over 1 layers, 1 documents (0 missing); verbatim quotes 14/14" in out
    gold["meeting"]["date"] = "2017-03-15"
    (tmp_path / "gold" / "a.gold.json").write_text(json.dumps(gold))
    code, out, _ = run("evaluate", str(tmp_path / "gold"), "-s", place, "--min-f1", "0.5", "--errors", "1")
    assert code == 1
    assert "meeting: date: want 2017-03-15 got ['2017-03-14']" in out


def test_the_shell_command_says_what_is_wrong_without_a_traceback(tmp_path):
    code = "from api.cli import main; main(['stats', '--store', 'none'])"
    root = Path(__file__).parents[2]
    ended = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 2
    assert ended.stderr == "kg: store none: there is none yet; make it with: kg build PATH --store none\n"


def test_importing_the_house_loads_nothing_heavy():
    code = "import sys, kg; print([m for m in ('rdflib', 'pyoxigraph', 'fastapi', 'typer') if m in sys.modules])"
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False
    )
    assert ended.stdout == "[]\n"


def test_importing_the_command_line_leaves_rdflib_and_fastapi_alone():
    code = (
        "import sys, api.cli; print([m for m in ('rdflib', 'pyoxigraph', 'fastapi', 'networkx') if m in sys.modules])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False
    )
    assert ended.stdout == "[]\n"


def test_analyse_shows_figures_and_tables_and_writes_a_sheet(run, place):
    code, out, _ = run("analyse", "asks", "--store", place)
    assert code == 0
    assert "Who asked whom" in out
    assert re.search(r"nodes\W+2\b", out)
    code, out, _ = run("analyse", "asks", "--store", place, "--format", "csv", "--sheet", "nodes")
    assert out.splitlines()[0].startswith("label,kind,degree")
    code, out, _ = run("analyse", "asks", "--store", place, "-f", "json", "--from", "2018-01-01")
    assert json.loads(out)["figures"]["nodes"] == 0


def test_analyse_lists_what_can_be_measured_and_refuses_what_cannot(run, place):
    assert "commitments-kept" in run("analyse", "--list")[1]
    code, _, err = run("analyse", "nothing-such", "--store", place)
    assert code
    assert "nothing-such" in err
    assert "needs 'on'" in run("analyse", "commitments-kept", "--store", place)[2]
    assert "overdue" in run("analyse", "commitments-kept", "--on", "2018-01-01", "--store", place)[1]


def test_plot_draws_into_a_file_of_its_suffix_and_refuses_others(run, place, tmp_path):
    pytest.importorskip("matplotlib")
    target = tmp_path / "due.PNG"
    assert run("plot", "commitments-timeline", "--on", "2018-01-01", "-s", place, "-o", str(target)) == (0, "", "")
    assert target.read_bytes().startswith(b"\x89PNG")
    assert "known: png, svg" in run("plot", "meetings", "-s", place, "-o", str(tmp_path / "x.gif"))[2]
    assert "name a file" in run("plot", "meetings", "-s", place)[2]
    assert "bodies-topics" in run("plot", "-s", place)[2]
    assert "bodies-topics" in run("plot", "--list")[1]


def test_export_writes_measures_as_attributes_of_the_nodes(run, place):
    code, out, _ = run("export", "asks", "-s", place, "-f", "json", "--with", "pagerank, community")
    assert code == 0
    assert [(node["pagerank"], node["community"]) for node in json.loads(out)["nodes"]] == [
        (0.649123, 1),  # who was asked
        (0.350877, 1),
    ]
    assert "known: degree" in run("export", "asks", "-s", place, "-f", "json", "--with", "rank")[2]
    assert "name a projection" in run("export", "-s", place, "--with", "pagerank")[2]
