"""photoface: an organizer of photos by the people in them. Everything stays on this computer."""

import os

# onnxruntime >= 1.29 sends usage data unless this is set before its import.
# The pin in pyproject.toml keeps that code out; this keeps a newer one silent.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

__version__ = "0.1.0"
