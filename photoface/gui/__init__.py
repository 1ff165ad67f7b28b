"""The window: Qt Widgets over the services. Nothing in here has logic of its own; no SQL, no decoding, no inference."""
