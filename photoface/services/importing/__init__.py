"""Names that files tell, into the ledger: first as a plan, then as one step that can be undone."""
