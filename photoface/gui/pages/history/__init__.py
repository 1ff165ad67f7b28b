"""The History page: what was decided, and taking back any of it that nothing later stands on."""
