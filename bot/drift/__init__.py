"""Setting up and running the three processes.

Started by whatever Python the machine has (3.8 or newer), before any environment exists: the modules here use
the standard library only and import nothing else from `bot`. The exceptions are `rasastart` and
`actionsstart`, which run inside the environments and are never imported by the others.
"""
