"""Lead files as people upload them, read by what the import uses: those of the reported cases, and more of our own making."""

from benchmarks.report import Figure
from tests.cases import test_lead_files as reported
from tests.cases import test_more_lead_files as more


def figure() -> Figure:
    """How many are read as expected; which are not stands in the note."""
    wrong = [case["id"] for case in reported.CASES if not reported.check_of(case)(reported.read(case))]
    wrong += [case["id"] for case in more.CASES if more.read(case) != case["expected"]]
    count = len(reported.CASES) + len(more.CASES)
    note = f"{len(reported.CASES)} of the cases and {len(more.CASES)} more"
    return Figure(
        "lead files read as expected",
        count - len(wrong),
        "",
        count,
        "at least",
        f"{note}; not {', '.join(wrong)}" if wrong else note,
    )
