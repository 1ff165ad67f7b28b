"""The pages of the sidebar, each a package or module of its own."""
