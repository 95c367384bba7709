"""`python -m skillc.schemas`: bring the schemas up to date with the closed dialect."""

from skillc.schemas.merge import write

write()
