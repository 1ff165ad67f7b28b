"""Names that files told and that stand against what was decided: whose word counts."""
