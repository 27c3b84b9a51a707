"""What was paid before it was owed."""
from dataclasses import dataclass


@dataclass
class Advance:
    party: str
    nature: str
    left: int
    project: str = None
