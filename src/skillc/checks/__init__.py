"""Everything that can be wrong with sources that are YAML. Each check is one module; adding one touches nothing else."""

from skillc.checks.run import check

__all__ = ["check"]
