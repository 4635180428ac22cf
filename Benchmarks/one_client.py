"""usage: one_client.py PATHBOOK FOLDER

One client from a cold start: Pathbook with three formats against programs that write the same workbook and nothing else.
The programs take turns, so that a slow minute of the machine slows them all. FOLDER holds the peers that `make bench` builds.
"""
import pathlib
import statistics
import subprocess
import sys
import time

WARM_UP, RUNS = 3, 30


def milliseconds(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


def main():
    pathbook, folder = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    client = pathlib.Path(__file__).parent.parent / "Samples/clients/worked-example.json"
    python, imported = sys.executable, f"import sys; sys.path.insert(0, {str(folder)!r}); import peer"
    commands = {
        "pathbook, three formats": [pathbook, "report", client, "--output", folder / "out"],
        "C, libxlsxwriter": [folder / "peer", folder / "c.xlsx"],
        "C, and verified": [folder / "peer", folder / "c.xlsx", "verify"],
        "Python, XlsxWriter": [python, folder / "peer.py", folder / "python.xlsx"],
        "Python, compiled before": [python, "-c", imported, folder / "python.xlsx"],
    }
    times = {name: [] for name in commands}
    for run in range(WARM_UP + RUNS):
        for name, command in commands.items():
            spent = milliseconds(command)
            if run >= WARM_UP:
                times[name].append(spent)
    ours = statistics.median(times["pathbook, three formats"])
    print(f"{RUNS} runs each, taking turns; milliseconds")
    print(f"{'':26}{'median':>8}{'least':>8}{'median / pathbook':>20}")
    for name, spent in times.items():
        median = statistics.median(spent)
        print(f"{name:26}{median:8.1f}{min(spent):8.1f}{median / ours:20.2f}")


main()
