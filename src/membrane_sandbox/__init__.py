"""A local Membrane with a demo Faktoora account behind it.

Three parts, and arrows go one way: `program` (what `membrane` reads and prints) -> `protocol` (Membrane's objects and
calls)
-> `account` (Faktoora's REST API over SQLite). `home` makes a sandbox on disk, `admin` is the `membrane-sandbox`
command, `switch_table` lists every form and fault that can be chosen, ASSUMPTIONS.md what no source backs.
"""
