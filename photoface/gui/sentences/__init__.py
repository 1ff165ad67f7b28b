"""What the engine says, in the user's language.

Services, store and processes say English sentences: in a terminal, in the history of a library, in errors. The window
knows their patterns and shows them translated; a sentence that it does not know stays as it is.
"""
