"""The set-up script decides rightly what to bring, what to say and what to become."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

HOME = Path(__file__).resolve().parents[2]


@pytest.fixture
def desk(tmp_path, monkeypatch) -> ModuleType:
    """desk.py as a module whose environment would lie in a folder of the test."""
    spec = importlib.util.spec_from_file_location("desk_script", HOME / "desk.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "safetydesk-installed")
    monkeypatch.setattr(module, "UNFINISHED", tmp_path / ".venv" / "safetydesk-unfinished")
    return module


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], []),
        (["--demo"], []),
        (["--data", "x", "--demo"], []),
        (["--data", "x", "duty", "resolve", "p.json"], ["duty", "resolve", "p.json"]),
        (["test", "--", "-k", "x"], ["test", "--", "-k", "x"]),
    ],
)
def test_the_words_of_a_command_are_found_behind_the_options(desk, arguments, words):
    assert desk.command_words(arguments) == words


def test_it_uses_nothing_but_the_standard_library():
    probe = (
        "import runpy, sys; runpy.run_path('desk.py');"
        "foreign = {n.split('.')[0] for n in sys.modules} - sys.stdlib_module_names;"
        "print(sorted(n for n in foreign if not n.startswith('_') and n != 'sitecustomize'))"
    )
    run = subprocess.run(
        [sys.executable, "-I", "-S", "-c", probe],
        cwd=HOME,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stdout == "[]\n", run.stderr


def test_an_unfitting_python_is_named_in_one_sentence(desk, monkeypatch, capsys):
    monkeypatch.setattr(desk.sys, "version_info", (3, 9, 2))
    monkeypatch.setenv("PATH", "/nonexistent")
    assert desk.main(["who"]) == desk.NOT_READY
    said = capsys.readouterr().err
    assert "3.11" in said
    assert said.count("\n") == 1


def _environment(desk: ModuleType, calls: list[list[str]], *, code: int = 0):
    """Lets the script make a stand-in environment and notes what it ran."""

    def call(command, *, quiet=False):
        calls.append(command)
        if "venv" in command:
            desk.VENV.mkdir()
            python = desk.venv_python()
            python.parent.mkdir(parents=True)
            python.touch()
            version = ".".join(map(str, sys.version_info[:3]))
            (desk.VENV / "pyvenv.cfg").write_text(f"version = {version}\n", "utf-8")
            return 0
        return code

    return call


def test_the_environment_is_made_once_and_kept(desk, monkeypatch):
    calls: list[list[str]] = []
    monkeypatch.setattr(desk, "call", _environment(desk, calls))
    monkeypatch.setattr(desk, "link_source", lambda: None)
    desk.ensure_environment()
    assert [call for call in calls if "--require-hashes" in call]
    calls.clear()
    desk.ensure_environment()
    assert calls == []


def test_changed_requirements_are_installed_into_the_same_environment(desk, monkeypatch, tmp_path):
    calls: list[list[str]] = []
    monkeypatch.setattr(desk, "call", _environment(desk, calls))
    monkeypatch.setattr(desk, "link_source", lambda: None)
    desk.ensure_environment()
    calls.clear()
    changed = tmp_path / "requirements.txt"
    changed.write_text("other==1 --hash=sha256:00\n", "utf-8")
    monkeypatch.setattr(desk, "REQUIREMENTS", changed)
    desk.ensure_environment()
    assert len(calls) == 1
    assert str(changed) in calls[0]


def test_an_interrupted_installation_is_made_anew(desk, monkeypatch):
    calls: list[list[str]] = []
    monkeypatch.setattr(desk, "call", _environment(desk, calls, code=1))
    monkeypatch.setattr(desk, "link_source", lambda: None)
    with pytest.raises(desk.NotReadyError, match="没有装全"):
        desk.ensure_environment()
    (desk.VENV / "half").touch()
    monkeypatch.setattr(desk, "call", _environment(desk, calls))
    desk.ensure_environment()
    assert not (desk.VENV / "half").exists()
    assert desk.STAMP.exists()
    assert not desk.UNFINISHED.exists()


def test_missing_libraries_are_installed_as_root_after_an_update_if_need_be(desk, monkeypatch):
    calls: list[list[str]] = []

    def call(command, *, quiet=False):
        calls.append(command)
        return 0 if "update" in command or len(calls) > 2 else 100

    monkeypatch.setattr(desk, "call", call)
    monkeypatch.setattr(desk, "privileges", list)
    monkeypatch.setattr(desk.shutil, "which", lambda tool: f"/usr/bin/{tool}")
    desk.install_debian(["libpulse0"], reason="播放声音")
    assert [("update" in call, "libpulse0" in call) for call in calls] == [
        (False, True),
        (True, False),
        (False, True),
    ]


def test_whoever_may_not_install_is_given_the_exact_command(desk, monkeypatch):
    monkeypatch.setattr(desk, "privileges", lambda: None)
    with pytest.raises(desk.NotReadyError) as problem:
        desk.install_debian(["libpulse0", "libxcb-icccm4"], reason="播放声音")
    command = "sudo apt-get install -y --no-install-recommends libpulse0 libxcb-icccm4"
    assert command in str(problem.value)


def test_a_command_without_a_window_goes_on_without_the_libraries(desk, monkeypatch, capsys):
    monkeypatch.setattr(desk, "loadable", set)
    monkeypatch.setattr(desk, "privileges", lambda: None)
    desk.ensure_system(["duty", "resolve", "x.json"])
    assert "libpulse0" in capsys.readouterr().err
    with pytest.raises(desk.NotReadyError):
        desk.ensure_system([])


def test_without_a_screen_the_window_is_refused_and_a_command_draws_in_memory(desk, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(desk.NotReadyError, match="没有图形界面"):
        desk.fit_screen([], asked_for_text=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    desk.fit_screen(["screenshot", "desk"], asked_for_text=False)
    assert desk.os.environ["QT_QPA_PLATFORM"] == "offscreen"


def test_the_requirements_agree_with_the_project_and_name_no_address():
    run = subprocess.run(
        [sys.executable, "tools/lock.py", "--check"],
        cwd=HOME,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout
