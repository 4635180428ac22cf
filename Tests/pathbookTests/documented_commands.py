"""Runs the commands of the documentation and compares what they print with what the pages show.

usage: documented_commands.py REPOSITORY PATHBOOK [PAGE...]

Every page is a folder of its own with Samples in it, in which its blocks of `sh` run from top to bottom. A block of `text`
right after one is all that it prints; a line with … alone stands for any number of lines. Comments before a block say more:

    <!-- given: client.json roster.xlsx -->    files that a reader would have (documented_files.py makes them)
    <!-- file: ann.json -->                    the next block, of whatever language, is this file
    <!-- exit: 65 -->                          how the next block ends, where it is not with 0
    <!-- not run: why -->                      the next block is not run

Commands in the prose and those that are not run must at least exist, with their options. Prints a JSON object: `problems`, `not
run` and the number that was `run`.
"""
import concurrent.futures, json, os, pathlib, re, shutil, signal, subprocess, sys, tempfile
from markdown_it import MarkdownIt
# No folder of compiled files among the sources, which the package manager would warn of.
sys.dont_write_bytecode = True
import documented_files

REPOSITORY, PATHBOOK = pathlib.Path(sys.argv[1]), os.path.abspath(sys.argv[2])
LANGUAGES = {"", "sh", "text", "json", "yaml", "swift", "python"}
DIRECTIVE = re.compile(r"<!--\s*(given|file|exit|not run):\s*(.*?)\s*-->", re.DOTALL)
ELISION = "…"
# Only a command that hangs takes so long, however busy the machine is.
PATIENCE_IN_SECONDS = int(os.environ.get("PATIENCE", 300))


def pages():
    # What is said to do once is in the changelog: its commands may be gone by now.
    top = [REPOSITORY / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")]
    return [path for path in top if path.exists()] + [
        path for folder in ("Documentation", "Samples", "Benchmarks") for path in sorted((REPOSITORY / folder).rglob("*.md"))]


def matches(shown, printed):
    """Whether the printed lines are those shown, where a line of … is any number of them."""
    if not shown:
        return not printed
    if shown[0] == ELISION:
        return any(matches(shown[1:], printed[start:]) for start in range(len(printed) + 1))
    return bool(printed) and shown[0] == printed[0] and matches(shown[1:], printed[1:])


class Names:
    """The commands and options that there are, by the command itself."""

    def __init__(self):
        text = subprocess.run([PATHBOOK, "--experimental-dump-help"], capture_output=True, text=True, check=True).stdout
        self.root = json.loads(text)["command"]
        makefile = (REPOSITORY / "Makefile").read_text()
        self.targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))

    def problems(self, line):
        """What in a line of a shell or of prose names a command or an option that there is not."""
        for part in re.split(r"\s*(?:\||&&|;|>|<)\s*", re.sub(r"\s#.*", "", line)):
            words = [word.strip("\"'") for word in part.split()]
            if words[:1] == ["make"]:
                targets = [word for word in words[1:] if re.fullmatch("[a-z-]+", word)]
                yield from (f"make has no target {word}" for word in targets if word not in self.targets)
            elif words[:1] == ["pathbook"]:
                yield from self.of_pathbook(words[1:])

    def of_pathbook(self, words):
        command = self.root
        while words and command.get("subcommands"):
            found = [each for each in command["subcommands"] if each["commandName"] == words[0]]
            if not found:
                if re.fullmatch("[a-z]+", words[0]):
                    yield f"there is no command {words[0]}"
                break
            command, words = found[0], words[1:]
        options = {("--" if name["kind"] == "long" else "-") + name["name"]
                   for each in command.get("arguments", []) + self.root.get("arguments", [])
                   for name in each.get("names", [])}
        options |= {"--generate-completion-script"}
        for word in words:
            option = re.match(r"-{1,2}[a-z][a-z-]*", word)
            if option and option[0] not in options:
                yield f"{command['commandName']} has no option {option[0]}"


class Page:
    def __init__(self, path, names):
        self.path, self.names = path, names
        self.name = str(path.relative_to(REPOSITORY))
        self.problems, self.not_run, self.run = [], [], 0

    def problem(self, line, text):
        self.problems.append(f"{self.name}:{line}: {text}")

    def check(self):
        tokens = MarkdownIt("commonmark").enable("table").parse(self.path.read_text())
        with tempfile.TemporaryDirectory() as scratch:
            self.folder = pathlib.Path(scratch) / "work"
            self.make_surroundings(pathlib.Path(scratch))
            self.go_through(tokens)
        return self

    def make_surroundings(self, scratch):
        home = scratch / "home"
        # As `make pdf` does it, with the compiler of the tests' own Python.
        (home / ".local/share/pathbook").mkdir(parents=True)
        (home / ".local/share/pathbook/typst").symlink_to(sys.prefix)
        (scratch / "bin").mkdir()
        (scratch / "bin/pathbook").symlink_to(PATHBOOK)
        self.folder.mkdir()
        self.environment = {"PATH": f"{scratch}/bin:/usr/bin:/bin", "HOME": str(home), "TMPDIR": str(scratch),
                            "LC_ALL": "C.UTF-8", "TZ": "UTC", "SWIFT_BACKTRACE": "enable=no"}

    def go_through(self, tokens):
        said, before = {}, None
        for token in tokens:
            line = token.map[0] + 1 if token.map else 0
            if token.type == "html_block":
                said.update(DIRECTIVE.findall(token.content))
            elif token.type == "fence":
                self.block(token, line, said, before)
                before = token if token.info == "sh" and "not run" not in said else None
                said = {}
            elif token.type == "inline":
                for child in token.children:
                    if child.type == "code_inline":
                        for problem in self.names.problems(child.content):
                            self.problem(line, problem)
            if token.level == 0 and token.type in ("paragraph_open", "heading_open", "table_open"):
                before = None

    def block(self, token, line, said, before):
        if token.info not in LANGUAGES:
            self.problem(line, f"a block of {token.info}: write sh for commands, text for what they print")
        if "file" in said:
            path = self.folder / said["file"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(token.content)
        for name in said.get("given", "").split():
            self.samples()
            try:
                documented_files.make(name, self.folder, self.shell)
            except LookupError as error:
                self.problem(line, error)
        if token.info == "sh":
            self.commands(token, line, said)
        elif token.info == "text" and "file" not in said:
            if before is None:
                self.problem(line, "a block of text without a block of sh right before it")
            else:
                self.compare(token.content, line)

    def samples(self):
        if not (self.folder / "Samples").exists():
            shutil.copytree(REPOSITORY / "Samples", self.folder / "Samples")

    def shell(self, script):
        # A group of its own, so that all that hangs can be ended.
        process = subprocess.Popen(["sh", "-e", "-c", script], cwd=self.folder, env=self.environment, text=True,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                   start_new_session=True)
        try:
            output = process.communicate(timeout=PATIENCE_IN_SECONDS)[0]
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            output = process.communicate()[0] + f"\nstill running after {PATIENCE_IN_SECONDS} seconds"
        return subprocess.CompletedProcess(script, process.returncode, output)

    def commands(self, token, line, said):
        for each in token.content.splitlines():
            for problem in self.names.problems(each):
                self.problem(line, problem)
        if "not run" in said:
            first = token.content.splitlines()[0]
            self.not_run.append(f"{self.name}:{line}: {first.split('  #')[0].strip()} ({said['not run']})")
            return
        if "Samples/" in token.content:
            self.samples()
        result = self.shell(token.content)
        self.printed = result.stdout
        self.run += 1
        if result.returncode != int(said.get("exit", 0)):
            self.problem(line, f"ends with {result.returncode}: {result.stdout[-2000:]}")

    def compare(self, shown, line):
        if not matches(shown.splitlines(), self.printed.splitlines()):
            self.problem(line, f"shown is not what is printed:\n{self.printed}")


def main():
    wanted = [REPOSITORY / name for name in sys.argv[3:]] or pages()
    names = Names()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(lambda path: Page(path, names).check(), wanted))
    print(json.dumps({
        "problems": [problem for page in found for problem in page.problems],
        "not run": [block for page in found for block in page.not_run],
        "run": sum(page.run for page in found),
    }, ensure_ascii=False, indent=2))


main()
