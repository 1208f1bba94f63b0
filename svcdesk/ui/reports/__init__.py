"""报表: the half-year figures, beside last year's, to read, copy, print and export."""
