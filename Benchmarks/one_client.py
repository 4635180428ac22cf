"""usage: one_client.py PATHBOOK FOLDER [FORMER]

One client from a cold start: Pathbook with three formats against programs that write the same workbook and nothing else,
on the machine as it is and on a busy one. FORMER is another Pathbook, such as one of an earlier commit, which is held
against this one in the same rounds. FOLDER holds the peers that `make bench` builds.
"""
import pathlib
import sys

import turns

RUNS = 30
C = "C, and verified"


def peers(pathbook, folder):
    client = pathlib.Path(__file__).parent.parent / "Samples/clients/worked-example.json"
    python, imported = sys.executable, f"import sys; sys.path.insert(0, {str(folder)!r}); import peer"
    return {
        "pathbook, three formats": [pathbook, "report", client, "--output", folder / "out"],
        "C, libxlsxwriter": [folder / "peer", folder / "c.xlsx"],
        C: [folder / "peer", folder / "c.xlsx", "verify"],
        "C, packed as ours": [folder / "packed-peer", folder / "c.xlsx"],
        "Python, XlsxWriter": [python, folder / "peer.py", folder / "python.xlsx"],
        "Python, compiled before": [python, "-c", imported, folder / "python.xlsx"],
    }


def versions(pathbook, former, folder):
    """What both can do, a row for each of them."""
    client = pathlib.Path(__file__).parent.parent / "Samples/clients/worked-example.json"
    commands = {}
    for name, program in (("now", pathbook), ("former", former)):
        commands[f"--version, {name}"] = [program, "--version"]
        for formats in ("csv", "txt", "xlsx", "csv,xlsx,txt"):
            commands[f"one client, {formats}, {name}"] = [
                program, "report", client, "--output", folder / "out", "--format", formats]
    return commands


def timed(commands):
    return turns.take_turns({name: lambda command=command: turns.run(command) for name, command in commands.items()}, RUNS, 3)


def main():
    pathbook, folder = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    former = sys.argv[3] if len(sys.argv) > 3 else None
    ours = list(peers(pathbook, folder))[0]
    calm = timed(peers(pathbook, folder))
    turns.print_rows(f"One client, {RUNS} rounds", calm, C)
    print(f"one client: {calm[ours].processor / calm[C].processor:.2f} times C (at most 1.6)")
    with turns.busy_machine():
        busy = timed(peers(pathbook, folder))
        turns.print_rows(f"The same while the machine is busy", busy, C)
    turns.print_agreement(calm, busy, C)
    version = timed({"--version": [pathbook, "--version"]})["--version"]
    print(f"--version: {version.processor * 1000:.1f} ms of processor time (under 4)")
    if former:
        turns.print_versions(f"One client, now and before, {RUNS} rounds", timed(versions(pathbook, former, folder)))


main()
