"""How a bare machine comes to run the desk: `python3 desk.py --demo`, `python3 desk.py test`."""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

HOME = Path(__file__).resolve().parent
VENV = HOME / ".venv"
REQUIREMENTS = HOME / "requirements.txt"
STAMP = VENV / "safetydesk-installed"
UNFINISHED = VENV / "safetydesk-unfinished"
OLDEST, TOO_NEW = (3, 11), (3, 14)
NOT_READY = 3

LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libpulse.so.0": "libpulse0",
    "libXrandr.so.2": "libxrandr2",
    "libcups.so.2": "libcups2",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
"""What Qt's wheel takes from the system, and the Debian package that has it."""

TEST_TOOLS = {"pdftotext": "poppler-utils"}
"""Programs that only the tests call, and the Debian package that has each."""

VALUED_OPTIONS = ("--data", "--as", "--demo-time")


class NotReadyError(Exception):
    """Something is missing that this script may not or cannot bring; the text says what to do."""


def say(text: str) -> None:
    """One line for the person; stdout stays free for the command's own output."""
    print(f"[desk] {text}", file=sys.stderr, flush=True)


def main(arguments: list[str]) -> int:
    """Sets up what is missing, then becomes the program, its tests or a command of it."""
    try:
        fit_python(arguments)
        words = command_words(arguments)
        with one_at_a_time():
            ensure_environment()
        ensure_system(words)
        return start(arguments, words)
    except NotReadyError as problem:
        say(str(problem))
        return NOT_READY
    except KeyboardInterrupt:
        say("已中断；再次运行会接着装好。")
        return 130


def command_words(arguments: list[str]) -> list[str]:
    """The arguments from the command's first word on; nothing means the window."""
    position = 0
    while position < len(arguments) and arguments[position].startswith("-"):
        position += 2 if arguments[position] in VALUED_OPTIONS else 1
    return arguments[position:]


def fit_python(arguments: list[str]) -> None:
    """Goes on with a fitting Python: this one, or another that the machine has.

    Raises:
        NotReadyError: there is none.
    """
    if OLDEST <= sys.version_info[:2] < TOO_NEW:
        return
    for minor in range(TOO_NEW[1] - 1, OLDEST[1] - 1, -1):
        other = shutil.which(f"python3.{minor}")
        if other and call([other, "-c", "import venv"], quiet=True) == 0:
            become([other, str(HOME / "desk.py"), *arguments])
    raise NotReadyError(
        f"需要 Python 3.11 至 3.13，这里是 {sys.version.split()[0]}；请安装后再运行。"
        " / Python 3.11 to 3.13 is needed."
    )


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Lets a second start wait while the first one still installs."""
    if os.name != "posix":
        yield
        return
    import fcntl  # POSIX only

    name = hashlib.sha256(str(HOME).encode()).hexdigest()[:12]
    path = Path(tempfile.gettempdir()) / f"safetydesk-setup-{os.getuid()}-{name}.lock"
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def wanted_stamp() -> str:
    """What the environment must have been made from."""
    digest = hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()
    return f"{digest} python {sys.version_info[0]}.{sys.version_info[1]}"


def venv_python() -> Path:
    """The interpreter of the environment."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def ensure_environment() -> None:
    """Makes `.venv` or brings it up to `requirements.txt`; an interrupted one is made anew.

    Raises:
        NotReadyError: the environment cannot be made, or a package cannot be had.
    """
    stamp = wanted_stamp()
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == stamp and runs(venv_python()):
        return
    if VENV.exists() and (UNFINISHED.exists() or not runs(venv_python())):
        say("上次安装没有完成，重新安装。")
        shutil.rmtree(VENV)
    if not VENV.exists():
        make_venv()
    say("安装程序所需的软件包（首次约需几分钟）……")
    STAMP.unlink(missing_ok=True)
    UNFINISHED.write_text("", encoding="utf-8")
    install_packages()
    link_source()
    STAMP.write_text(stamp, encoding="utf-8")
    UNFINISHED.unlink()


def runs(python: Path) -> bool:
    """Whether the environment's interpreter is there and of this version."""
    settings = VENV / "pyvenv.cfg"
    if not python.exists() or not settings.is_file():
        return False
    version = f"{sys.version_info[0]}.{sys.version_info[1]}."
    lines = settings.read_text(encoding="utf-8").splitlines()
    versions = [line.split("=", 1)[1].strip() for line in lines if line.startswith("version")]
    return bool(versions) and versions[0].startswith(version)


def make_venv() -> None:
    """Makes an empty environment with pip in it.

    Raises:
        NotReadyError: this Python has no venv and it cannot be installed.
    """
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        package = f"python3.{sys.version_info[1]}-venv"
        install_debian([package], reason="建立运行环境")
    made = call([sys.executable, "-m", "venv", str(VENV)])
    if made != 0:
        shutil.rmtree(VENV, ignore_errors=True)
        raise NotReadyError(f"不能在 {VENV} 建立运行环境；请看上面的说明。")


def install_packages() -> None:
    """Installs the locked packages; addresses and certificates come from pip's own settings.

    Raises:
        NotReadyError: pip could not.
    """
    pip = [str(venv_python()), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    if call([*pip, "--require-hashes", "--requirement", str(REQUIREMENTS)]) != 0:
        raise NotReadyError("软件包没有装全；请检查网络或软件源设置后再运行，会从头装好。")


def link_source() -> None:
    """Lets the environment find the program where it lies, even if the whole folder moves."""
    script = "import sysconfig; print(sysconfig.get_path('purelib'))"
    answer = subprocess.run(
        [str(venv_python()), "-c", script], check=True, stdout=subprocess.PIPE, text=True
    )
    packages = Path(answer.stdout.strip())
    relative = os.path.relpath(HOME, packages)
    (packages / "safetydesk-source.pth").write_text(relative + "\n", encoding="utf-8")


def ensure_system(words: list[str]) -> None:
    """Brings the system libraries that Qt needs; a command without a window goes on without.

    Raises:
        NotReadyError: the desk or the tests need them and they could not be installed.
    """
    if not sys.platform.startswith("linux"):
        return
    testing = words[:1] == ["test"]
    packages = missing_libraries() + (missing_tools() if testing else [])
    if not packages:
        return
    try:
        install_debian(packages, reason="显示窗口、播放声音和打印")
    except NotReadyError as problem:
        if testing or not words:
            raise
        say(str(problem))


def missing_libraries() -> list[str]:
    """The Debian packages of the libraries that the loader does not find."""
    known = loadable()
    return sorted({package for name, package in LIBRARIES.items() if name not in known})


def missing_tools() -> list[str]:
    """The Debian packages of the test tools that are not there."""
    return sorted({package for tool, package in TEST_TOOLS.items() if not shutil.which(tool)})


def loadable() -> set[str]:
    """The names of the shared libraries that the loader's cache knows."""
    tool = shutil.which("ldconfig", path=os.environ.get("PATH", "") + ":/sbin:/usr/sbin")
    if tool is None:
        return set(LIBRARIES)
    answer = subprocess.run([tool, "-p"], check=False, stdout=subprocess.PIPE, text=True)
    return {line.split()[0] for line in answer.stdout.splitlines() if "=>" in line}


def install_debian(packages: list[str], reason: str) -> None:
    """Installs Debian packages, as root or through a sudo that asks nothing.

    Raises:
        NotReadyError: this user may not, this is no Debian, or apt-get failed; with the command.
    """
    command = "apt-get install -y --no-install-recommends " + " ".join(packages)
    advice = f"{reason}还缺系统软件包：{' '.join(packages)}；请运行：sudo {command}"
    prefix = privileges()
    if prefix is None or shutil.which("apt-get") is None:
        raise NotReadyError(advice)
    say(f"安装系统软件包（{reason}）：{' '.join(packages)}")
    install = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", *command.split()]
    if call(install) == 0:
        return
    call([*prefix, "apt-get", "update"])
    if call(install) != 0:
        raise NotReadyError(advice)


def privileges() -> list[str] | None:
    """What must stand before a command to run it as root; None where this user may not."""
    if os.name != "posix":
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and call(["sudo", "-n", "true"], quiet=True) == 0:
        return ["sudo", "-n"]
    return None


def call(command: list[str], *, quiet: bool = False) -> int:
    """Runs a command; what it prints goes to stderr. Its exit code, 127 where it is not there."""
    out = subprocess.DEVNULL if quiet else sys.stderr
    try:
        return subprocess.run(
            command, check=False, stdin=subprocess.DEVNULL, stdout=out, stderr=out
        ).returncode
    except FileNotFoundError:
        return 127


def start(arguments: list[str], words: list[str]) -> int:
    """Becomes the tests or the program.

    Raises:
        NotReadyError: a window is wanted and there is no screen.
    """
    fit_screen(words, asked_for_text=bool({"-h", "--help", "--version"} & set(arguments)))
    python = [str(venv_python()), "-P"]
    if words[:1] == ["test"]:
        return become([*python, str(HOME / "tools" / "check.py"), *words[1:]])
    return become([*python, "-m", "safetydesk", *arguments])


def fit_screen(words: list[str], *, asked_for_text: bool) -> None:
    """Without a screen, tests and commands draw in memory; the window cannot open.

    Raises:
        NotReadyError: it is the window that is wanted.
    """
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if not sys.platform.startswith("linux") or any(os.environ.get(name) for name in screens):
        return
    if not words and not asked_for_text:
        raise NotReadyError(
            "这里没有图形界面（没有 DISPLAY），打不开窗口；请在桌面上运行，"
            "或用 xvfb-run、QT_QPA_PLATFORM=offscreen 试运行。"
        )
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


def become(command: list[str]) -> int:
    """Goes on as another program in the same place; where that cannot be, waits for it."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "posix":
        os.execv(command[0], command)  # noqa: S606  # there is no shell, and nothing comes after
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
