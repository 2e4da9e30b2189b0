"""The numbers of the design, each measured beside what it is measured against: `python -m tests.bench`."""
