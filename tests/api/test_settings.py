"""What can be set, and from where."""

from __future__ import annotations

import pytest

from api.cli import main
from api.settings import Settings, load, shown
from kg.errors import SettingError


@pytest.fixture(autouse=True)
def nowhere(tmp_path, monkeypatch):
    """A folder without a settings file."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_nearer_word_wins(nowhere, monkeypatch):
    (nowhere / "kg.toml").write_text('store = "from-file"\nworkers = 5\ntime_limit = 3\n')
    monkeypatch.setenv("KG_WORKERS", "7")
    monkeypatch.setenv("KG_STORE", "from-environment")
    settings = load(store="from-command")
    assert (settings.store, settings.workers, settings.time_limit) == ("from-command", 7, 3.0)


def test_a_file_of_another_name_is_named_by_a_variable(nowhere, monkeypatch):
    (nowhere / "other.toml").write_text('cors_origins = ["https://a.example"]\n')
    monkeypatch.setenv("KG_SETTINGS", str(nowhere / "other.toml"))
    assert load().cors_origins == ("https://a.example",)


def test_origins_are_separated_by_commas_in_the_environment(monkeypatch):
    monkeypatch.setenv("KG_CORS_ORIGINS", "https://a.example, https://b.example")
    assert load().cors_origins == ("https://a.example", "https://b.example")


@pytest.mark.parametrize(
    ("file", "variables", "message"),
    [
        ("tme_limit = 1\n", {}, "setting 'tme_limit': is unknown; known: store, workers"),
        ("time_limit = \n", {}, "is no TOML"),
        ("", {"KG_WORKERS": "many"}, "KG_WORKERS 'many': Input should be a valid integer"),
        ("", {"KG_SETTINGS": "nowhere.toml"}, "KG_SETTINGS 'nowhere.toml': there is no such file"),
        ("", {"KG_CORS_CREDENTIALS": "true"}, "needs cors_origins that name the origins, not *"),
    ],
)
def test_what_is_not_usable_is_refused_by_name(nowhere, monkeypatch, file, variables, message):
    (nowhere / "kg.toml").write_text(file)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingError, match=message.replace("*", r"\*")):
        load()


def test_a_token_that_is_too_short_is_refused_and_not_repeated(monkeypatch):
    monkeypatch.setenv("KG_TOKEN", "hunter2")
    with pytest.raises(SettingError) as refused:
        load()
    assert "should have at least 12 characters" in str(refused.value)
    assert "hunter2" not in str(refused.value)


def test_serve_shows_every_setting_and_no_secret(monkeypatch, capsys):
    monkeypatch.setenv("KG_TOKEN", "a-secret-of-the-house")
    monkeypatch.setenv("KG_STORE", "/srv/kg")
    with pytest.raises(SystemExit) as ended:
        main(["serve", "--show-settings"])
    out = capsys.readouterr().out
    assert not ended.value.code
    assert all(f"KG_{name.upper()}" in out for name in Settings.model_fields)
    assert "/srv/kg" in out
    assert "a-secret" not in out


def test_every_setting_says_what_it_means():
    assert all(one.meaning for one in shown(Settings()))
