"""The page to sweep: many guesses of one person in one grid, the wrong ones taken out, the others confirmed."""
