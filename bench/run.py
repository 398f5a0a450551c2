"""Everything that docs/performance.md promises, measured in one run (`make bench`)."""

import os
import signal
import sys
import tempfile
from datetime import date
from pathlib import Path

from bench import growth, memory, servers, speed


def main():
    print(machine(), flush=True)
    with tempfile.TemporaryDirectory(prefix="portal-bench-") as name:
        environment = servers.loaded(Path(name))
        failed = [each for part in (speed, memory, growth) for each in part.run(Path(name), environment)]
    print(f"Too slow or too big: {', '.join(failed)}" if failed else "All within their limits.")
    return int(bool(failed))


def machine():
    """The day, the processor, how many of its cores are ours, and how busy they are."""
    lines = Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []
    model = next((line.partition(": ")[2] for line in lines if line.startswith("model name")), "unknown processor")
    python = sys.version.split()[0]
    return f"{date.today()}; {model}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; Python {python}"


if __name__ == "__main__":
    # Ended from outside, the servers are still stopped on the way out.
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit(130))
    sys.exit(main())
