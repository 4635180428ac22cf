"""usage: typst-setup.py FOLDER REQUIREMENTS FONT ...   Installs the compiler of PDFs into FOLDER, a new one, for Pathbook.

REQUIREMENTS is the text of a list for pip, with hashes. The answer on standard output is one line: "done", or a word for
what went wrong and what there is to say of it. It and all that it has started end with its input.
"""
import os
import shutil
import signal
import subprocess
import sys
import threading

# They would have pip install to another place than into FOLDER.
ELSEWHERE = ("PIP_PREFIX", "PIP_ROOT", "PIP_TARGET")


def end_with_input():
    while os.read(0, 1):
        pass
    os.killpg(0, signal.SIGKILL)


def installed(folder, requirements):
    import venv

    # What is killed leaves its temporary files: beside the folder, which goes then.
    os.environ["TMPDIR"] = f"{folder}-temporary"
    os.mkdir(os.environ["TMPDIR"])
    venv.create(folder, with_pip=True, symlinks=True)
    path = f"{folder}/requirements.txt"
    with open(path, "w", encoding="utf-8") as file:
        file.write(requirements)
    # The cache would outlive this; a source would run code while it is built.
    return pip(folder, "install", "--require-hashes", "--only-binary", ":all:", "--no-cache-dir", "--no-user", "-r", path)


def pip(folder, *words):
    command = [f"{folder}/bin/python3", "-I", "-m", "pip", *words]
    options = ["--quiet", "--disable-pip-version-check", "--no-input", "--no-color", "--retries", "2"]
    variables = {name: value for name, value in os.environ.items() if name not in ELSEWHERE}
    ended = subprocess.run(
        command + options, env=variables, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace"
    )
    if ended.returncode == 0:
        return None
    if "DO NOT MATCH THE HASHES" in ended.stderr:
        return "changed"
    if "No space left" in ended.stderr or "Disk quota" in ended.stderr:
        return "full"
    # The last error is the sum of all.
    errors = [line[7:] for line in ended.stderr.splitlines() if line.startswith("ERROR: ")]
    return "unreachable " + (errors or [f"pip ended with {ended.returncode}"])[-1]


def problem(folder, requirements, fonts):
    try:
        import ensurepip  # What Debian has in python3-venv.
    except ImportError:
        return "venv"
    try:
        problem = installed(folder, requirements)
        if problem:
            return problem
        os.mkdir(f"{folder}/fonts")
        for font in fonts:
            shutil.copy(font, f"{folder}/fonts")
    except subprocess.CalledProcessError:
        return "venv"
    except OSError as failure:
        return f"disk {failure.strerror}"
    command = [f"{folder}/bin/python3", "-I", "-c", "import typst"]
    ended = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True)
    return "broken" if ended.returncode else None


if __name__ == "__main__":
    os.setsid()
    threading.Thread(target=end_with_input, daemon=True).start()
    answer = problem(sys.argv[1], sys.argv[2], sys.argv[3:]) or "done"
    sys.stdout.buffer.write(" ".join(answer.split()).encode("utf-8", "replace") + b"\n")
    sys.stdout.flush()
    # The thread that reads would keep the interpreter waiting.
    os._exit(0)
